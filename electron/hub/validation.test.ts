import { describe, expect, it } from 'vitest';
import { checkDesign, Validation } from './validation';

const judge = (source: string, newDoc: object = {}, oldDoc?: object): unknown =>
  new Validation([source]).judge(
    [{ newDoc: JSON.stringify(newDoc), oldDoc: oldDoc && JSON.stringify(oldDoc) }],
    '{"name":"ann","roles":["x"]}',
    '{}',
  )[0];

describe('the validation functions of a database', () => {
  it('let in what they do not refuse, and say what they refuse', () => {
    const source =
      'function (newDoc, oldDoc, userCtx) { if (oldDoc) throw({ forbidden: "no update by " + userCtx.name }); if (newDoc.secret) throw({ unauthorized: "sign in" }); };';
    expect(judge(source)).toBeUndefined();
    expect(judge(source, {}, {})).toEqual({ error: 'forbidden', reason: 'no update by ann' });
    expect(judge(source, { secret: 1 })).toEqual({ error: 'unauthorized', reason: 'sign in' });
  });

  it('must all agree', () => {
    const both = new Validation(['function () {}', 'function (doc) { if (doc.a) throw({ forbidden: "a" }); }']);
    const proposals = ['{}', '{"a":1}'].map((newDoc) => ({ newDoc, oldDoc: undefined }));
    expect(both.judge(proposals, '{}', '{}')).toEqual([undefined, { error: 'forbidden', reason: 'a' }]);
  });

  it('refuse a document that they stumble over, and no other', () => {
    expect(judge('function (doc) { doc.a.b.c; }')).toMatchObject({ error: 'TypeError' });
    expect(judge('function () { throw "just so"; }')).toEqual({ error: 'unknown_error', reason: 'just so' });
  });

  it.each([
    'process',
    'require',
    'globalThis.process',
    'setTimeout',
    'fetch',
    'console',
    'this.constructor.constructor("return process")()',
    'userCtx.constructor.constructor("return process")()',
  ])('have nothing but the language: no %s', (name) => {
    const source = `function (newDoc, oldDoc, userCtx) { var found; try { found = ${name}; } catch (error) { found = undefined; } if (found) throw({ forbidden: "found" }); }`;
    expect(judge(source)).toBeUndefined();
  });

  it('see a key named __proto__ as a key', () => {
    expect(
      new Validation(['function (doc) { if (doc.admin) throw({ forbidden: "polluted" }); }']).judge(
        [{ newDoc: '{"__proto__":{"admin":true}}', oldDoc: undefined }],
        '{}',
        '{}',
      ),
    ).toEqual([undefined]);
  });

  it('are not let in where they could never run', () => {
    expect(() => checkDesign('{"validate_doc_update":"function ( {"}')).toThrow(/compilation_error/u);
    expect(() => checkDesign('{"validate_doc_update":"1 + 1"}')).toThrow(/compilation_error/u);
    expect(() => checkDesign('{"validate_doc_update":7}')).toThrow(/compilation_error/u);
    expect(() => checkDesign('{"views":{}}')).not.toThrow();
  });
});
