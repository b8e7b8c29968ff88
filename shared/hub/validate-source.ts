/**
 * The text of the functions that a server runs before it accepts a document. CouchDB compiles it with QuickJS or one of
 * several SpiderMonkeys, the embedded hub in an empty context: so ES5 and ASCII, no names from outside, and a text, not a
 * function of ours, since a bundler rewrites functions. `RULES` stands where the JSON of the rules is put in.
 *
 * What arrives is hostile until checked. Everything is read as an own property of the right type, nothing is called on it,
 * and the only way out other than acceptance is `{forbidden}` or `{unauthorized}`: CouchDB answers anything else with
 * an internal error for the whole batch.
 */

/** Who asks, and what is true of every document: nobody but a server administrator changes or deletes one. */
const OPENING = String.raw`function (newDoc, oldDoc, userCtx, secObj) {
  // Throughline's rules for this database. Written by "npm run provision"; the source is shared/hub/validate.ts.
  var RULES = __RULES__;
  var hasOwn = Object.prototype.hasOwnProperty;
  var classOf = Object.prototype.toString;

  function refuse(reason) {
    throw { forbidden: reason };
  }
  function own(object, key) {
    return hasOwn.call(object, key) ? object[key] : undefined;
  }
  function isList(value) {
    return classOf.call(value) === '[object Array]';
  }
  function isObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
  }
  function inWords(names, last) {
    return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + ' ' + last + ' ' + names[names.length - 1];
  }

  var given = isObject(userCtx) && isList(userCtx.roles) ? userCtx.roles : [];
  // A server administrator provisions, redacts and restores: no rule of the workspace binds them.
  if (given.indexOf('_admin') >= 0) return;
  var me = isObject(userCtx) ? userCtx.name : null;
  if (typeof me !== 'string' || me === '') throw { unauthorized: 'Sign in first.' };
  var myRoles = RULES.roles.filter(function (role) {
    return given.indexOf(RULES.workspace + ':' + role) >= 0;
  });
  function isOneOf(roles) {
    return roles.some(function (role) {
      return myRoles.indexOf(role) >= 0;
    });
  }
  function whoIAm() {
    if (myRoles.length === 0) return 'You have no role here.';
    return 'Your role' + (myRoles.length === 1 ? ' here is ' : 's here are ') + inWords(myRoles, 'and') + '.';
  }

  if (myRoles.length === 0) refuse('Only members of this workspace can write here. You have no role here.');
  if (!isObject(newDoc)) refuse('This is not a document.');
  if (own(newDoc, '_deleted')) refuse('Nothing is deleted here.');
  if (isObject(oldDoc) && !own(oldDoc, '_deleted')) refuse('What is written here never changes.');
  // An ordinary new document has no revision yet: 0, or nothing is said. With new_edits: false a member could name a
  // higher one, and so replace a document without its validation ever seeing the old one.
  var revisions = own(newDoc, '_revisions');
  var start = isObject(revisions) ? own(revisions, 'start') : revisions === undefined ? 0 : NaN;
  var rev = own(newDoc, '_rev');
  var generation = typeof rev === 'string' ? Number(rev.split('-')[0]) : rev === undefined ? 0 : NaN;
  if (!(typeof start === 'number' && start <= 1 && generation <= 1)) refuse('A document here has only its first revision.');
  var id = own(newDoc, '_id');
  if (typeof id !== 'string') refuse('This document has no id.');
  if (own(newDoc, 'from') !== me) refuse('"from" must be the name you are signed in with.');

  function allowOnly(keys) {
    Object.keys(newDoc).forEach(function (key) {
      if (key === '_attachments' || (key.charAt(0) !== '_' && keys.indexOf(key) < 0)) {
        refuse('A document here has no "' + key.slice(0, 40) + '".');
      }
    });
  }
`;

/** A page of a ledger: what its id says, shapes, and who may write what. */
const PAGE = String.raw`
  var HEX = '[0-9a-f]';
  var PAGE_ID = new RegExp('^(' + HEX + '{16})\\.([0-9]{8})-([0-9]{8})\\.(' + HEX + '{12})$');
  var ENTRY_ID = new RegExp('^' + HEX + '{16}\\.[0-9]{8}\\.' + HEX + '{12}$');
  var HASH = new RegExp('^' + HEX + '{64}$');
  var SALT = new RegExp('^' + HEX + '{32}$');
  var RECORD_ID = /^[A-Za-z][A-Za-z0-9_-]*:[!-~]+$/;
  var AT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z-[0-9a-f]{4}$/;

  function isName(value) {
    return typeof value === 'string' && value.length > 0 && value.length <= RULES.maxName;
  }
  function isRecordId(value) {
    return isName(value) && RECORD_ID.test(value);
  }
  function isMatch(pattern, value) {
    return typeof value === 'string' && pattern.test(value);
  }
  function fieldOf(stored) {
    var slash = stored.indexOf('/');
    return slash < 0 ? stored : stored.slice(0, slash);
  }
  // How deep a value nests is found without descending further than is allowed, so no engine's stack is at risk.
  function isTooDeep(value, room) {
    if (room === 0) return true;
    var keys = Object.keys(value);
    for (var at = 0; at < keys.length; at += 1) {
      var inner = value[keys[at]];
      if (typeof inner === 'object' && inner !== null && isTooDeep(inner, room - 1)) return true;
    }
    return false;
  }

  function isOverSomething(edit) {
    var over = own(edit, 'over');
    return isObject(over) && Object.keys(over).length > 0;
  }

  // A person who does not keep the list of people says only: that is me, and this is my name.
  function checkOwnPerson(edit, entry, field) {
    if (field === 'joinedAs') return;
    // Over no other name: one that somebody bears already is not for others to change.
    if (field === 'user' && isObject(own(edit, 'set')) && own(edit.set, 'user') === me) {
      var over = own(edit, 'over');
      if (!isObject(over) || own(over, 'user') === undefined) return;
    }
    if ((field === 'name' || field === 'email') && own(entry, 'by') === edit.record) return;
    refuse(
      'People can be changed by ' + inWords(RULES.types.person.writers, 'or') +
        '; you can change your own name and e-mail, and say which person you are. ' + whoIAm()
    );
  }

  // Whoever makes a record may give a protected field the value that it starts with: a requested change order.
  function isStart(edit, stored, rule) {
    if (!hasOwn.call(rule, 'start') || isOverSomething(edit)) return false;
    return !isObject(own(edit, 'set')) || own(edit.set, stored) === rule.start;
  }

  function checkRoles(edit, entry) {
    var type = edit.record.slice(0, edit.record.indexOf(':'));
    // A type that these rules do not know comes from a newer app.
    if (!hasOwn.call(RULES.types, type)) return;
    var rule = RULES.types[type];
    if (rule.ledger !== RULES.ledger) refuse(rule.plural + ' belong to the ' + rule.ledger + ' ledger.');
    var set = own(edit, 'set');
    var fields = isObject(set) ? Object.keys(set) : own(edit, 'fields');
    if (!isList(fields)) fields = [];
    var isWriter = isOneOf(rule.writers);
    if (!isWriter && type !== 'person') {
      refuse(rule.plural + ' can be changed by ' + inWords(rule.writers, 'or') + '. ' + whoIAm());
    }
    if (isWriter && !hasOwn.call(rule, 'fields')) return;
    fields.forEach(function (stored) {
      if (typeof stored !== 'string') return;
      var field = fieldOf(stored);
      if (!isWriter) return checkOwnPerson(edit, entry, stored);
      if (!hasOwn.call(rule.fields, field)) return;
      var guard = rule.fields[field];
      if (isOneOf(guard.writers) || isStart(edit, stored, guard)) return;
      refuse('"' + guard.label + '" of ' + rule.several + ' can be changed by ' + inWords(guard.writers, 'or') + '. ' + whoIAm());
    });
  }

  function editProblem(edit) {
    if (!isObject(edit)) return 'an edit is not an object';
    if (!isRecordId(own(edit, 'record'))) return 'an edit names no record';
    var over = own(edit, 'over');
    if (over !== undefined && !isObject(over)) return '"over" is not a map of fields';
    var set = own(edit, 'set');
    var fields = isObject(set) ? Object.keys(set) : own(edit, 'fields');
    if ((set !== undefined && !isObject(set)) || !isList(fields)) return 'an edit sets nothing';
    for (var at = 0; at < fields.length; at += 1) {
      if (!isName(fields[at]) || fields[at] === '__proto__') return 'an edit sets what is not a field';
    }
    if (set === undefined) return isMatch(HASH, own(edit, 'digest')) ? '' : 'a redacted edit has no digest';
    return isMatch(SALT, own(edit, 'salt')) ? '' : 'an edit has no salt';
  }

  function entryProblem(entry) {
    if (!isMatch(AT, own(entry, 'at'))) return '"at" is not a time';
    if (!isRecordId(own(entry, 'by'))) return '"by" is not a person';
    if (!isName(own(entry, 'act'))) return '"act" is not a verb';
    var redacts = own(entry, 'redacts');
    if (redacts !== undefined && !isList(redacts)) return '"redacts" is not a list';
    var edits = own(entry, 'edits');
    if (!isList(edits)) return '"edits" is not a list';
    if (edits.length > RULES.maxEdits) return 'more than ' + RULES.maxEdits + ' edits';
    for (var at = 0; at < edits.length; at += 1) {
      var problem = editProblem(edits[at]);
      if (problem !== '') return problem;
    }
    return '';
  }

  // Stubs and entries of a newer app have a place in the chain and nothing else that these rules could know.
  function itemProblem(item) {
    var version = own(item, 'v');
    if (version === undefined) {
      var hash = own(item, 'hash');
      return isMatch(HASH, hash) && hash.slice(0, 12) === item.id.slice(26) ? '' : 'neither an entry nor a stub';
    }
    if (typeof version !== 'number' || version < 1 || version % 1 !== 0) return '"v" is not a version';
    return version === 1 ? entryProblem(item) : '';
  }

  function checkItem(item, device, seq, before) {
    function no(reason) {
      refuse('Entry ' + seq + ' of this page: ' + reason + '.');
    }
    if (!isObject(item)) no('not an object');
    if (isTooDeep(item, RULES.maxDepth)) no('nested too deeply');
    var itemId = own(item, 'id');
    if (!isMatch(ENTRY_ID, itemId)) no('the id is not an entry id');
    if (itemId.slice(0, 16) !== device || Number(itemId.slice(17, 25)) !== seq) no('not in its place');
    var prev = own(item, 'prev');
    if (seq === 1 ? prev !== '' : !isMatch(HASH, prev)) no('"prev" is not the hash of an entry before it');
    if (before !== undefined && prev.slice(0, 12) !== before) no('it does not follow the entry before it');
    var problem = itemProblem(item);
    if (problem !== '') no(problem);
    var redacts = own(item, 'redacts');
    if (redacts !== undefined && redacts !== null && !(isList(redacts) && redacts.length === 0) && !isOneOf(['admin'])) {
      refuse('Only an admin can redact. ' + whoIAm());
    }
    var edits = own(item, 'edits');
    if (!isList(edits)) return;
    edits.forEach(function (edit) {
      if (isObject(edit) && isRecordId(own(edit, 'record'))) checkRoles(edit, item);
    });
  }

  allowOnly(['from', 'entries']);
  var place = PAGE_ID.exec(id);
  if (place === null) refuse('The id of this document is not that of a page.');
  var first = Number(place[2]);
  var last = Number(place[3]);
  var entries = own(newDoc, 'entries');
  if (!isList(entries)) refuse('A page has a list of entries.');
  if (entries.length > RULES.maxEntries) refuse('A page has at most ' + RULES.maxEntries + ' entries.');
  if (first < 1 || entries.length !== last - first + 1 || entries.length === 0) {
    refuse('This page does not have as many entries as its id says.');
  }
  var mark;
  entries.forEach(function (item, at) {
    checkItem(item, place[1], first + at, mark);
    mark = item.id.slice(26);
  });
  if (mark !== place[4]) refuse('The last entry of this page is not the one that its id names.');
  if (JSON.stringify(entries).length > RULES.maxPageChars) refuse('A page has at most ' + RULES.maxPageChars + ' characters.');
}`;

/** A file: its head, or one of its parts. Whether the bytes match the name is for whoever reads them to prove. */
const FILE = String.raw`
  var place = /^file:[0-9a-f]{64}(\/(0|[1-9][0-9]{0,4}))?$/.exec(id);
  if (place === null) refuse('The id of this document is not that of a file or of a part of one.');
  if (place[1]) {
    allowOnly(['from', 'body']);
    var body = own(newDoc, 'body');
    if (typeof body !== 'string' || body.length === 0 || body.length % 4 !== 0) refuse('A part of a file has a body in base64.');
    if (body.length > RULES.maxPartChars) refuse('A part of a file has at most ' + RULES.maxPartChars + ' characters.');
  } else {
    allowOnly(['from', 'name', 'type', 'size']);
    var size = own(newDoc, 'size');
    ['name', 'type'].forEach(function (key) {
      var text = own(newDoc, key);
      if (typeof text !== 'string' || text.length > RULES.maxFileName) refuse('A file has a ' + key + ' of at most ' + RULES.maxFileName + ' characters.');
    });
    if (typeof size !== 'number' || size < 0 || size % 1 !== 0 || size > 9007199254740991) refuse('A file has a size in bytes.');
  }
}`;

/** The text for a database of pages or of files, with its rules in it. */
export const sourceText = (body: 'page' | 'file', rules: object): string =>
  `${OPENING}${body === 'page' ? PAGE : FILE}`.replace('__RULES__', () => asciiJson(rules));

/** JSON that is an ES5 expression: some engines read the separators U+2028 and U+2029 as ends of lines, or guess an encoding. */
const asciiJson = (value: object): string =>
  JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
