import { primaryLanguage } from '../language-tag.ts';

/**
 * Words by which a language is known, in small letters: its common small words and those of titles of web pages. A word
 * that another of these languages has, too, also as a loan (`news` in German), stands in both lists, so that it tells
 * nothing.
 */
const lists: Readonly<Record<string, string>> = {
  en: `about across after all also am an and announced announcements any are as at be become been before
    between both but by can come comment con contact contribute could die discover do does door dove due during each
    era even events every explore for from get getting go had has hat have hay he her here his how if imprint in into
    is it its join latest launched learn made man many may me members men more most much must my news no not
    now of on one only or other our out over overview people per policy pour privacy published read released she
    should sin so some son started ten terms than that the their them then there these they this those through to todo
    todos together under upcoming updated us use van war was we welcome were what when where which while who why will
    with within without would year you your`,
  de: `ab aktuelles all alle allem allen aller alles als also am an andere ankündigungen auch auf aus bei beim bis da
    damit das dass datenschutz dem den der des die dies diese diesem diesen dieser dieses doch du durch ein eine einem
    einen einer eines er erschienen es events freigegeben für haben hat hatte her hier ich ihr ihre im in ins ist jede
    jeder kann kein keine kontakt können man mehr mit mitglieder mitmachen nach neue neuen neuer neues neuigkeiten
    news nicht noch not nun nur ob oder ohne per privacy sehr sein seine seit sich sie sind so sowie startseite these
    um und uns unser unsere unter veranstaltungen veröffentlicht vom von vor war warum was wenn wer werden wie will
    willkommen wir wird wo wurde ziele zu zum zur zwischen über übersicht`,
  fr: `actualités alors après au aussi autres aux avec bienvenue cas ce ces cette ceux chez ci comme comment contact
    dans de depuis des deux donc dont du elle en entre es est et eux faire fait hier il ils je la le les leur leurs
    lui mais me mes moins mon même nos notre nous nouveau nouvelle nouvelles on ont or ou où par pas per pour
    pourquoi propos publié quand que quel quelle qui sa sans se ses si son sont sous sur ta tous tout toute toutes
    très tu un une vers votre vous été être`,
  es: `acerca al alguno ante aquí así años aún bien bienvenidos cada como con contacto contra cuando cuál cómo da de
    del desde donde dos el ella en entre era es esta estas este esto estos está están eventos forma fue ha hace
    hacia han has hasta hay la las le les lo los me mi muy más nada ni no nos nosotros noticias novedades nuestra
    nuestras nuestro nuestros nueva nuevas nuevo nuevos otra otros para pero por porque que quién qué se ser si sin
    sobre son su sus también te tiene todo todos tu un una uno ya yo él`,
  it: `ad agli ai al alla alle anche ancora benvenuti che chi ci come con contatti contro cui da dal dalla degli dei
    del della delle di dopo dove due ed era essere eventi fa fra gli ha hanno il in io la le lo loro ma me mi molto
    nei nel nella news noi non nostra nostre nostri nostro notizie novità nuova nuove nuovi nuovo ogni per perché
    perciò più privacy può quale quando quello questa queste questi questo qui se sei senza si sia sito sono su sua
    sui sul sulla suo tra tutti tutto un una uno vi`,
  nl: `aan achter al alle als andere ben bij contact dan dat de deze die dit door een elke en er even events geen haar
    had hebben heeft het hier hij hoe hun ik in is je jouw kan kunnen leden maar me meer men met mijn na naar niet
    nieuwe nieuws nog nu of om omdat ons onze ook op over per privacy samen samenwerking te tegen toch tot uit uw
    van veel voor waar waarom wanneer was wat we welkom werd werden wie wij wil word worden wordt ze zich zij zijn
    zo zonder zou`,
  pt: `acerca ainda ao aos apenas aqui as até bem cada com como contacto contato contra da das de dela dele depois
    desde do dos duas ela ele em entre era essa esse esta este estão eu eventos foi foram há isso isto já lhe lo
    mais mas me mesmo muito muitos na nas nem no nos nossa nossas nosso nossos novidades novo novos não nós onde os
    ou para pela pelo pelos por porque qual quando que quem se sem ser seu seus sobre sua suas são só também te tem
    todas todos um uma vindo você às`,
  pl: `aby ale bardzo bez bo by być był była było co czy dla do gdy gdzie go ich im ja jak jako jednak jego jej jest
    jeszcze już kiedy kontakt która które który lub ma może my na nad nam nas nasi nasz nasza nasze naszym nich nie
    niej nim nowa nowe nowości nowy od on ona oni oraz po polityka ponieważ prywatności przed przez przy się są ta
    tak także tam te tego tej ten to tu tylko tym więc wszystkich wszystkie wszystko wydarzenia za zaprasza że`,
};

/**
 * Words that stand in names and expressions of every language: `Code of Conduct`, `Café de la Paix`, `Made in Germany`,
 * `Security by Design`. They tell of the language of a text, but not of a title.
 */
export const wordsOfNames: ReadonlySet<string> = new Set(
  `a and by da das de del dem den der des di do dos du e el en et for in la las le les made of on one os out the to und
  use van von y`.split(/\s+/),
);

const known = new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]));
const none: ReadonlySet<string> = new Set();

/** The words by which the language of a tag is known; none for languages without a list. */
export const commonWords = (tag: string): ReadonlySet<string> => known.get(primaryLanguage(tag)) ?? none;

/** Whether a language has a list. */
export const hasCommonWords = (tag: string): boolean => known.has(primaryLanguage(tag));
