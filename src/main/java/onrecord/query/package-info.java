/**
 * Queries, searches and statistics, and their results. A {@link onrecord.query.Query} describes the
 * quotations to find, a {@link onrecord.query.Search} adds filters, facets and the order of the
 * hits, and a {@link onrecord.query.SearchResult} is the answer. Nothing in this package depends on
 * the engine.
 *
 * <h2>The query syntax</h2>
 *
 * <p>{@link onrecord.query.Query#parse} accepts the syntax of Lucene's query parser, and {@code
 * toString} of a query returns it. A quotation must contain all of several adjacent words. Case and
 * accents are ignored unless requested, and a word also matches its other English forms: "bridge"
 * finds "Bridges".
 *
 * <table>
 * <caption>Words in the quotation</caption>
 * <tr><th>query</th><th>finds quotations with</th></tr>
 * <tr><td>{@code bridge}</td><td>the word</td></tr>
 * <tr><td>{@code old bridge}</td><td>each of the words</td></tr>
 * <tr><td>{@code (bridge ferry)@1}</td><td>at least one of the words</td></tr>
 * <tr><td>{@code "old bridge"}</td><td>the words next to each other, in this order</td></tr>
 * <tr><td>{@code "bridge old"~2}</td><td>the words next to each other if moved by at most 2
 * positions in total</td></tr>
 * <tr><td>{@code "old bridg*"}</td><td>the words next to each other, of which one has any
 * end</td></tr>
 * <tr><td>{@code near:"toll bridge"~5}</td><td>the words, in any order, with at most 5 other words
 * between them</td></tr>
 * <tr><td>{@code ordered:"bridge toll"~5}</td><td>the words, in this order, with at most 5 other
 * words between them</td></tr>
 * <tr><td>{@code bridg*}</td><td>a word with this prefix; {@code *} matches any
 * characters</td></tr>
 * <tr><td>{@code br?dge*}</td><td>a word of this pattern; {@code ?} matches one character</td></tr>
 * <tr><td>{@code brigde~1}</td><td>the word, or one that differs by one letter added, removed,
 * replaced or swapped with the next; {@code ~} alone allows 2 such edits</td></tr>
 * <tr><td>{@code /bridges?/}</td><td>a word that matches the regular expression</td></tr>
 * <tr><td>{@code exact:closed}</td><td>the word in exactly this form; a pattern matches the word as
 * it is written or, without {@code exact}, its stem</td></tr>
 * <tr><td>{@code exact:"closed the"}</td><td>the words next to each other, in exactly these
 * forms</td></tr>
 * <tr><td>{@code case:the}</td><td>the word in exactly this form, with this case and these accents,
 * so not "The", as {@code case:US} does not find "us"</td></tr>
 * <tr><td>{@code case:"The old"}</td><td>the words next to each other, with this case</td></tr>
 * <tr><td>{@code case.near:"The bridge"~4}</td><td>the words near each other, with this case</td></tr>
 * <tr><td>{@code case:T?e*}</td><td>a word of this pattern, with this case</td></tr>
 * <tr><td>{@code exact.near:"the bridge"~4}</td><td>the words near each other, in exactly these
 * forms</td></tr>
 * </table>
 *
 * <table>
 * <caption>Patterns of consecutive words, in a language like CQL of corpus tools</caption>
 * <tr><th>query</th><th>finds quotations with</th></tr>
 * <tr><td>{@code tokens:"'old' 'bridge'"}</td><td>the words next to each other, in exactly these
 * forms, in any case</td></tr>
 * <tr><td>{@code tokens:"[stem='close'] []{0,3} [stem='bridge']"}</td><td>the words in any English
 * form, with at most 3 other words between them</td></tr>
 * <tr><td>{@code tokens:"'bridges?' 'do|and'"}</td><td>words that match regular expressions</td></tr>
 * <tr><td>{@code tokens:"[case='The'] ('old' | 'ferry')+"}</td><td>a word in this case, and then one
 * or more of the two others</td></tr>
 * <tr><td>{@code tokens:"'the' [word!='old' & !word='r.*'] 'c.*'"}</td><td>a word other than these in
 * the middle</td></tr>
 * <tr><td>{@code title.tokens:"'old' []* 'closed'"}</td><td>the words in this order in the headline
 * of the article; the other texts can be searched so as well</td></tr>
 * </table>
 *
 * <p>A pattern of consecutive words has this grammar:
 *
 * <pre>{@code
 * pattern  = sequence { "|" sequence }
 * sequence = element { element }
 * element  = ( value | "[" "]" | "[" tests "]" | "(" pattern ")" ) [ times ]
 * times    = "*" | "+" | "?" | "{" number "}" | "{" [ number ] "," [ number ] "}"
 * tests    = both { "|" both }
 * both     = test { "&" test }
 * test     = property "=" value | property "!=" value | "!" test | "(" tests ")"
 * property = "word" | "stem" | "case"
 * value    = "'" expression "'" | '"' expression '"'
 * }</pre>
 *
 * <p>An element is one word: {@code []} is any word, and a value alone compares the property {@code
 * word}. An expression is a word, or a regular expression for the whole word. The properties are:
 * {@code word}, the word as it is written but for case and accents; {@code stem}, its English stem;
 * {@code case}, the word with its case and accents. A stem is no lemma: {@code [stem='go']} matches
 * "goes" and "going", but not "went"; a regular expression is compared with the stem itself.
 * Punctuation is no word, and a word with a hyphen is two: {@code 'well' 'being'}. In the query
 * syntax, the pattern is in quotation marks, in which a straight one and a backslash need a
 * backslash before them, so values are best enclosed in apostrophes. Each {@link
 * onrecord.query.TokenPattern} has limits on its size and depth. Texts are read that have the words
 * that every match has; a pattern without such a word, such as {@code [] [word!='the']}, reads all.
 *
 * <table>
 * <caption>Words in the context</caption>
 * <tr><th>query</th><th>finds quotations</th></tr>
 * <tr><td>{@code sentence:warned}</td><td>in a sentence with the word</td></tr>
 * <tr><td>{@code title:bridge}</td><td>in articles with the word in the headline</td></tr>
 * <tr><td>{@code text:(river ferry)}</td><td>in articles with the words in the text</td></tr>
 * <tr><td>{@code title.exact:bridge}</td><td>in articles with the word in exactly this form in the
 * headline; in every target, {@code case} can be used so as well</td></tr>
 * <tr><td>{@code text.ordered:"mayor warned"~3}</td><td>in articles with the words in this order
 * near each other in the text; all forms of the first table can be used with these fields</td></tr>
 * </table>
 *
 * <table>
 * <caption>Names, dates and numbers</caption>
 * <tr><th>query</th><th>finds quotations</th></tr>
 * <tr><td>{@code speaker:varga}</td><td>of speakers with the word in their name; the forms above
 * can be used with names, too</td></tr>
 * <tr><td>{@code speaker:"ilse varga"}</td><td>of the speaker with this whole name, in any case, with
 * or without accents</td></tr>
 * <tr><td>{@code speaker:"varga ilse"~2}</td><td>of speakers with these words near each other in
 * their name, which need not be the whole name</td></tr>
 * <tr><td>{@code description:mayor}</td><td>of speakers whom the article describes with the word; all
 * forms of the first table can be used. Descriptions and printed names are read one by one, so that
 * combinations with other words are faster.</td></tr>
 * <tr><td>{@code printed:"varga"}</td><td>of speakers with these words in the name as the article
 * prints it</td></tr>
 * <tr><td>{@code speaker_type:person}</td><td>of persons; the other values are organization,
 * unnamed and unknown</td></tr>
 * <tr><td>{@code speaker_id:(unknown)}</td><td>of speakers without an identifier;
 * {@code (unknown)} represents a missing value in every field of names or dates</td></tr>
 * <tr><td>{@code about:(ada holm)}</td><td>that mention somebody with the words in their
 * name</td></tr>
 * <tr><td>{@code outlet:courier -section:sport}</td><td>in an outlet with the word in its name, but
 * not in a section with the word in its name</td></tr>
 * <tr><td>{@code author:ink language:en tag:harbour}</td><td>in articles with these words in the
 * authors, the language and the tags</td></tr>
 * <tr><td>{@code kind:direct cue:said}</td><td>of this kind and with the word in the cue</td></tr>
 * <tr><td>{@code published:2020-11}</td><td>in articles published in that month; a year or a day
 * can be given, too</td></tr>
 * <tr><td>{@code published:[2020-11 TO 2020-12]}</td><td>in articles published in that period, its
 * bounds included</td></tr>
 * <tr><td>{@code published:{2019 TO 2021}}</td><td>the same with its bounds excluded: in
 * 2020</td></tr>
 * <tr><td>{@code said:[* TO 2020-11-21]}</td><td>said on or before that day</td></tr>
 * <tr><td>{@code said>=2020}</td><td>said in or after that year</td></tr>
 * <tr><td>{@code added:[2020-11-22 TO *]}</td><td>in articles that were added to the archive on or
 * after that day, in Universal Time; not known of articles that were added before archives kept
 * this</td></tr>
 * <tr><td>{@code commit:[1 TO 5]}</td><td>in articles that came in, or were last changed, with
 * these commits of the archive, see {@link onrecord.model.Arrival}</td></tr>
 * <tr><td>{@code confidence:[0.9 TO *]}</td><td>attributed with at least that confidence</td></tr>
 * <tr><td>{@code article:"north-7"}</td><td>in the article with this id</td></tr>
 * <tr><td>{@code id:"north-7#41"}</td><td>the quotation with this id</td></tr>
 * <tr><td>{@code rule:cue-before}</td><td>attributed by this rule</td></tr>
 * <tr><td>{@code in_article:"speaker:holm ferry"}</td><td>in articles that contain a quotation, the
 * same or another, that this query finds; escape a quotation mark in it with a backslash</td></tr>
 * </table>
 *
 * <table>
 * <caption>Fields of your own: {@code article.}, {@code speaker.} or {@code quotation.} and
 * the name of the field</caption>
 * <tr><th>query</th><th>finds quotations</th></tr>
 * <tr><td>{@code article.country:ireland}</td><td>in articles with the word in a name of this
 * field; all forms for names can be used</td></tr>
 * <tr><td>{@code speaker.party:"the greens"}</td><td>of speakers with this whole name in the
 * field</td></tr>
 * <tr><td>{@code speaker.party:(unknown)}</td><td>of speakers without a value in the field</td></tr>
 * <tr><td>{@code quotation.stance:against}</td><td>that a coder has labelled so, or that were given
 * with this value</td></tr>
 * <tr><td>{@code article.reach:[1000 TO 50000}}</td><td>in articles with a number in this range,
 * here without its upper bound</td></tr>
 * <tr><td>{@code article.reach>=1000}</td><td>in articles with at least that number</td></tr>
 * <tr><td>{@code article.filed:2020-11}</td><td>in articles with a day in that month; a year, a day
 * or a range can be given, too</td></tr>
 * <tr><td>{@code article.summary:bridge}</td><td>in articles with the word in the text of the
 * field; all forms of the first table can be used with texts</td></tr>
 * <tr><td>{@code article.summary.exact:bridges}</td><td>in articles with the word in exactly this
 * form in the text of the field</td></tr>
 * </table>
 *
 * <p>Hits are sorted by a field, too: see {@link onrecord.query.OwnOrder}.
 *
 * <p>The archive's type for a field, which is text, name, number or day, decides which of these
 * forms it has. A search for a field that the archive does not have is rejected.
 *
 * <table>
 * <caption>Combinations</caption>
 * <tr><th>query</th><th>finds</th></tr>
 * <tr><td>{@code bridge AND speaker:varga}</td><td>quotations that both find; AND may be
 * omitted</td></tr>
 * <tr><td>{@code bridge OR ferry}</td><td>quotations that at least one of them finds</td></tr>
 * <tr><td>{@code bridge -ferry}</td><td>quotations that the first finds and the second does
 * not</td></tr>
 * <tr><td>{@code bridge AND NOT ferry}</td><td>the same</td></tr>
 * <tr><td>{@code (bridge OR ferry) outlet:"The Courier"}</td><td>the query in brackets is combined
 * first</td></tr>
 * <tr><td>{@code *:*}</td><td>every quotation</td></tr>
 * <tr><td>{@code 7\:30}</td><td>a backslash escapes a special character; in quotation marks, only a
 * quotation mark and a backslash need to be escaped</td></tr>
 * </table>
 *
 * <p>A word that is written with marks between its parts is found where the parts occur together:
 * {@code well-being}, {@code 24/7}, {@code jack@mail.example}. Unless an exact form is requested, a
 * word with hyphens is also found without them ({@code e-mail} finds "email"), a word that begins
 * with a prefix such as co-, e- or re- also with a hyphen after it ({@code email} finds "e-mail"),
 * and a number with or without its commas ({@code 1234} finds "1,234"). The words of a phrase are
 * found with the hyphens that it has. The marks {@code +}, {@code #} and {@code &} are part of the
 * word beside them: {@code C\+\+}, {@code C#}, {@code AT&T}, {@code #harbour}. Quotation marks may
 * be straight or curly. {@link onrecord.query.Query#parseLenient} reads what is typed into a search
 * box, and rejects nothing.
 *
 * <p>AND takes precedence over OR, and OR over mere adjacency. A weight ({@code bridge^2}) is not
 * supported. An invalid query results in a {@link onrecord.query.QuerySyntaxException} with the
 * position of the error.
 */
@NullMarked
package onrecord.query;

import org.jspecify.annotations.NullMarked;
