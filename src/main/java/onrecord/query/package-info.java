/**
 * Questions to an archive and their answers: {@link onrecord.query.Query}, {@link
 * onrecord.query.Search} and {@link onrecord.query.SearchResult}. Nothing here knows the engine
 * that answers.
 *
 * <h2>The query syntax</h2>
 *
 * <p>{@link onrecord.query.Query#parse} reads what people type, in the syntax of Lucene's query
 * parser; {@code toString} of a query writes it. Words that stand side by side must all be there.
 * Case and accents never count, and a word finds its English forms too: "bridge" finds "Bridges".
 *
 * <table>
 * <caption>Words of the quotation</caption>
 * <tr><th>written so</th><th>finds quotations with</th></tr>
 * <tr><td>{@code bridge}</td><td>the word</td></tr>
 * <tr><td>{@code old bridge}</td><td>each of the words</td></tr>
 * <tr><td>{@code (bridge ferry)@1}</td><td>one of the words or more</td></tr>
 * <tr><td>{@code "old bridge"}</td><td>the words side by side</td></tr>
 * <tr><td>{@code "bridge old"~2}</td><td>the words side by side when moved by up to 2 words</td></tr>
 * <tr><td>{@code near:"toll bridge"~5}</td><td>the words, in any order, with up to 5 others
 * between</td></tr>
 * <tr><td>{@code ordered:"bridge toll"~5}</td><td>the words, in this order, with up to 5 others
 * between</td></tr>
 * <tr><td>{@code bridg*}</td><td>a word that begins so; {@code *} stands for any letters</td></tr>
 * <tr><td>{@code br?dge*}</td><td>such a word; {@code ?} stands for one letter</td></tr>
 * <tr><td>{@code brigde~1}</td><td>the word, or one with a letter more, less, changed or swapped;
 * {@code ~} alone allows 2</td></tr>
 * <tr><td>{@code /bridges?/}</td><td>a word that a regular expression describes</td></tr>
 * <tr><td>{@code exact:closed}</td><td>the word in this form alone</td></tr>
 * <tr><td>{@code exact:"closed the"}</td><td>the words side by side in these forms</td></tr>
 * <tr><td>{@code exact.near:"the bridge"~4}</td><td>the same near one another</td></tr>
 * </table>
 *
 * <table>
 * <caption>Words of what is around</caption>
 * <tr><th>written so</th><th>finds quotations</th></tr>
 * <tr><td>{@code sentence:warned}</td><td>in a sentence with the word</td></tr>
 * <tr><td>{@code title:bridge}</td><td>in articles with the word in the headline</td></tr>
 * <tr><td>{@code text:(river ferry)}</td><td>in articles with the words in their text</td></tr>
 * <tr><td>{@code title.exact:bridge}</td><td>in articles with this form of the word in the
 * headline</td></tr>
 * <tr><td>{@code text.ordered:"mayor warned"~3}</td><td>in articles with the words near one another
 * in their text; all forms above can be used for each of these</td></tr>
 * </table>
 *
 * <table>
 * <caption>Names, dates and numbers</caption>
 * <tr><th>written so</th><th>finds quotations</th></tr>
 * <tr><td>{@code speaker:varga}</td><td>of speakers with the word in their name; the forms of words
 * above can be used too</td></tr>
 * <tr><td>{@code speaker:"Ilse Varga"}</td><td>of the speaker with exactly this name</td></tr>
 * <tr><td>{@code speaker:"varga ilse"~2}</td><td>of speakers with these words, not the whole of
 * the name</td></tr>
 * <tr><td>{@code speaker_type:person}</td><td>of persons; so also organization, unnamed,
 * unknown</td></tr>
 * <tr><td>{@code speaker_id:"(unknown)"}</td><td>of speakers without a name elsewhere; {@code
 * (unknown)} is what is not known, in each field of names and dates</td></tr>
 * <tr><td>{@code about:holm}</td><td>that name somebody with the word in their name</td></tr>
 * <tr><td>{@code outlet:courier -section:sport}</td><td>in such an outlet, in no such
 * section</td></tr>
 * <tr><td>{@code author:ink language:en tag:harbour}</td><td>in such articles</td></tr>
 * <tr><td>{@code kind:direct cue:said}</td><td>so reported</td></tr>
 * <tr><td>{@code published:2020-11}</td><td>in articles of that month; so also a year or a
 * day</td></tr>
 * <tr><td>{@code published:[2020-11 TO 2020-12]}</td><td>in articles of that time</td></tr>
 * <tr><td>{@code published:{2019 TO 2021}}</td><td>the same without its ends: in 2020</td></tr>
 * <tr><td>{@code said:[* TO 2020-11-21]}</td><td>said on that day or before</td></tr>
 * <tr><td>{@code said>=2020}</td><td>said in that year or later</td></tr>
 * <tr><td>{@code confidence:[0.9 TO *]}</td><td>attributed at least that surely</td></tr>
 * <tr><td>{@code article:"north-7"}</td><td>in the article with this id</td></tr>
 * <tr><td>{@code in_article:"speaker:holm ferry"}</td><td>in articles that have a quotation, the
 * same or another, that this query finds; put a backslash before a quotation mark in it</td></tr>
 * </table>
 *
 * <table>
 * <caption>Joined</caption>
 * <tr><th>written so</th><th>finds</th></tr>
 * <tr><td>{@code bridge AND speaker:varga}</td><td>what both find; AND may be left out</td></tr>
 * <tr><td>{@code bridge OR ferry}</td><td>what one or both find</td></tr>
 * <tr><td>{@code bridge -ferry}</td><td>what the first finds and the second does not</td></tr>
 * <tr><td>{@code bridge AND NOT ferry}</td><td>the same</td></tr>
 * <tr><td>{@code (bridge OR ferry) outlet:"The Courier"}</td><td>brackets join first</td></tr>
 * <tr><td>{@code *:*}</td><td>every quotation</td></tr>
 * <tr><td>{@code 7\:30}</td><td>a character with a meaning of its own is meant as it is behind a
 * backslash; within quotation marks only the mark and the backslash need one</td></tr>
 * </table>
 *
 * <p>AND binds before OR, and OR before standing side by side. A weight ({@code bridge^2}) is
 * refused. A mistake is a {@link onrecord.query.QuerySyntaxException} with its position.
 */
@NullMarked
package onrecord.query;

import org.jspecify.annotations.NullMarked;
