/**
 * An archive of quotations from news articles: who said what, when, in which article. An
 * application opens an {@link onrecord.Archive}.
 *
 * <h2>Architecture</h2>
 *
 * <pre>
 *   cli ──► serve ──► report ──► Archive    lifecycle and commit policy
 *                         │ knows two interfaces
 *                ┌────────┴──────────┐
 *     QuotationExtractor            Engine
 *                │                   │
 *        extract.Extractor    lucene.LuceneEngine
 *        (English)            (over index, search and schema)
 *
 *   source   articles in             format   values out
 *   query    searches and answers    syntax   the query syntax
 *   model    the values              text     sentences, folding, code points
 *   page     markup of pages and images
 * </pre>
 *
 * <p>Dependencies run downwards only. Data flows one way: a {@code source} reads bytes into an
 * {@link onrecord.source.ArticleRecord}; an {@link onrecord.extract.QuotationExtractor} finds the
 * {@linkplain onrecord.model.Quotation quotations}; an {@link onrecord.engine.Engine} stores them
 * and answers with values of {@code query}; a {@code format} writes these.
 *
 * <h2>Terms</h2>
 *
 * <table>
 * <caption>Terms, one for each thing</caption>
 * <tr><th>term</th><th>meaning</th></tr>
 * <tr><td>article</td><td>a published text, with title, day of publication, outlet, section,
 * authors, language and address</td></tr>
 * <tr><td>quotation</td><td>words that an article reports as said: one or more runs of its text. Its
 * kind is direct (the words alone), mixed (quoted words in the reporter's sentence) or indirect
 * (reported without quotation marks)</td></tr>
 * <tr><td>run</td><td>a span of the article's text that belongs to a quotation</td></tr>
 * <tr><td>span</td><td>a half-open range of string indices into an article's text</td></tr>
 * <tr><td>speaker</td><td>who said the words: a name in its fullest form, a type and a description
 * </td></tr>
 * <tr><td>mention</td><td>the words that refer to the speaker, such as a name or "he"</td></tr>
 * <tr><td>cue</td><td>the words that signal speech, such as "said"</td></tr>
 * <tr><td>attribution</td><td>the link of quotation, cue and speaker, with the rule that made it and
 * a confidence</td></tr>
 * <tr><td>authority</td><td>a list of known speakers, which identifies them across articles</td></tr>
 * <tr><td>facet</td><td>a property that hits are counted by; a drill-down restricts a search to some
 * of its values</td></tr>
 * <tr><td>hit</td><td>a quotation that a search finds</td></tr>
 * <tr><td>snapshot</td><td>a state of an archive that is read</td></tr>
 * <tr><td>backup</td><td>a copy of an archive on a disk</td></tr>
 * </table>
 *
 * <h2>Where to add what</h2>
 *
 * <table>
 * <caption>What to change in order to add something</caption>
 * <tr><th>to add</th><th>change</th></tr>
 * <tr><td>a cue verb</td><td>{@code onrecord/extract/en/verbs.txt}</td></tr>
 * <tr><td>a cue phrase, such as "according to"</td>
 * <td>{@code onrecord/extract/en/cue-phrases.txt}</td></tr>
 * <tr><td>a given name, a title, an office</td><td>{@code onrecord/extract/en/given-names.txt},
 * {@code onrecord/extract/en/words.txt}, {@code onrecord/extract/en/offices.txt}</td></tr>
 * <tr><td>an abbreviation</td><td>{@code onrecord/text/en/abbreviations.txt}</td></tr>
 * <tr><td>a rule of attribution</td><td>{@code onrecord.extract.Rule} with its reliability, and the
 * step that applies it, such as {@code onrecord.extract.CueBefore}; {@code
 * onrecord.extract.Confidence} if the kind of mention matters</td></tr>
 * <tr><td>a facet</td><td>{@code onrecord.query.Facet}, {@code onrecord.schema.IndexField}</td></tr>
 * <tr><td>a sort order</td><td>{@code onrecord.query.SortOrder}, {@code
 * onrecord.schema.IndexField}; fields of the owner are sorted by their type in {@code
 * onrecord.schema.FieldOrder}</td></tr>
 * <tr><td>a statistic</td><td>its result in {@code onrecord.query}, {@code
 * onrecord.engine.Statistics}, {@code onrecord.search.LuceneStatistics}; on the command line, its
 * JSON in {@code onrecord.format.ResultJson}, a command in {@code onrecord.cli}, and its name in
 * {@code onrecord.cli.Main}</td></tr>
 * <tr><td>a chart</td><td>a drawing beside {@code onrecord.report.Bars}, and a method of {@link
 * onrecord.report.Chart}</td></tr>
 * <tr><td>a format of articles</td><td>a reader beside {@code onrecord.source.PlainText}, a row of
 * {@code onrecord.source.ArticleFormat} with its description, a line of the README</td></tr>
 * <tr><td>a format of hits</td><td>a writer beside {@code onrecord.format.HitTable}, a row of {@code
 * onrecord.format.HitFormat}; on the command line, an option of {@code onrecord.cli.ExportCommand}
 * </td></tr>
 * <tr><td>a language</td><td>an implementation of {@code onrecord.extract.QuotationExtractor}, with
 * its word lists in a folder beside {@code onrecord/extract/en}. The steps of {@code
 * onrecord.extract.Extractor} are the grammar of English; of its parts, {@code
 * onrecord.extract.Lexicon}, {@code onrecord.extract.CuePhrases}, {@code onrecord.extract.Calendar}
 * and {@code onrecord.extract.Offices} can read the lists of another language</td></tr>
 * <tr><td>an engine</td><td>an implementation of {@code onrecord.engine.Engine}, for which {@link
 * onrecord.Archive#of} opens an archive</td></tr>
 * </table>
 *
 * <p>A change of what is extracted, by a word or a rule, must raise the version in {@code
 * onrecord.extract.Extractor}, since archives find by it the articles to extract again. The
 * reference of the command line and of the index is generated: {@code mvn test
 * -Dtest='*PageTest,Readme*Test,DependenciesTest' -Dpages=apply} rewrites it.
 */
@NullMarked
package onrecord;

import org.jspecify.annotations.NullMarked;
