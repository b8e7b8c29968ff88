import { foldWord } from '../values/words';

const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean).map(foldWord));

/** Words that say nothing of what was promised, in English and German. */
const EMPTY = listed(`
  a about above after again all also although always an and any anything are as at away back be became because been before
  being between both but by came can come could did do does doing done down during each either else even ever every
  everything few for from further get gets getting give given gives giving go goes going gone got had has have having he her
  here hers him his how however i if in into is it its itself just kind let like likely made make makes making many may maybe
  me might more most much must my myself need needed needs neither nor now of off on once one only onto or other our ours
  ourselves out over own per please put quite rather really s same shall she should since so some somebody someone something
  soon still such t take taken takes taking than that the their theirs them themselves then there these they thing things
  this those though through thus to together too took toward under until up upon us use used using very via was way we well
  went were what when where whether which while who whom whose why will with within would yet you your yours yourself re ve
  ll d m don won isn aren wasn weren doesn didn couldn wouldn shouldn able around everyone everybody supposed meant
  aber alle allem allen aller alles als also am an auch auf aus bei beim bis bisher da dabei dafür damit dann daran darauf das darf dürfen dürfte lassen lässt machen macht
  dass dazu dein dem den denn der deren des deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine
  einem einen einer eines er es etwas euch euer für ganz gar gegen gehabt gern haben habe hat hatte hatten hier hin hinter
  ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann können könnte
  man mehr mein mich mir mit muss müssen nach noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sollte
  sollen sondern sonst über um und uns unser unsere unter viel vom von vor war waren was weil weiter welche wenn wer werde
  werden wie wieder will wir wird wo wollen würde würden wurde wurden zu zum zur zwar zwischen
`);

/** How claims begin: that something was promised is the question, not what is looked for. */
const FRAMING = listed(`
  promise promised promises promising agree agreed agrees agreement commit committed commitment said say says saying tell
  told mention mentioned claim claimed claims assure assured confirm confirmed pledge pledged undertake undertook
  offer offered offers state stated sign signed understood understand know knew believe expected expect remember
  client customer customers clients firm company team consultants project deal contract
  versprechen versprochen verspricht zusagen zugesagt zusage vereinbart vereinbarung gesagt sagen sagte behauptet zugesichert
  bestätigt angeboten kunde kunden firma projekt vertrag
`);

/** Words that stand in many promises: they count, but hardly. */
const WEAK = listed(`
  deliver delivers delivered delivery provide provides provided providing include includes included including ensure handle
  handles offer supply supplies full fully complete completely new whole entire extra additional necessary own first last
  work works working run runs running set start started begin want wanted ask asked able keep keeps kept help helps
  see sees show shows shown possible allow allows allowed
  build built implement implements implemented system systems solution service day days time times part parts
  liefern liefert geliefert lieferung bereitstellen enthalten inklusive umsetzen neu neue neuen zusätzlich
`);

const NEGATORS = listed(`not no never none nothing nobody neither cannot without forbid forbids forbidden refuse refuses refused unless
  nicht kein keine keinen keinem keiner nie niemals nichts niemand ohne`);

export const isEmptyWord = (word: string): boolean => EMPTY.has(word) || FRAMING.has(word) || NEGATORS.has(word) || word.length < 2;
export const isWeakWord = (word: string): boolean => WEAK.has(word);
/** Words that turn a sentence round: `not`, `kein`. */
export const isNegator = (word: string): boolean => NEGATORS.has(word);

const GERMAN = listed(`der das und nicht für mit ist wird werden wir sie ein eine einen dem den im zur zum kein keine haben hat dass`);
/** Words of German that are none of English. */
export const isGermanWord = (word: string): boolean => GERMAN.has(word);
