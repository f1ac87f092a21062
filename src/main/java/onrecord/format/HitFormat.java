package onrecord.format;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.util.Locale;

/**
 * A format that hits can be written in. Immutable. The hits of a search are exported by:
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="export"}
 *
 * <p>To add a format, add a constant here and a package-private {@link HitWriter} that writes it.
 */
public enum HitFormat {

  /**
   * CSV, separated by commas, with lines ended by a line feed. The first line contains the names of
   * the columns: id, article, title, published, outlet, section, authors, url, language, tags,
   * speaker, speaker_type, speaker_id, speaker_printed, speaker_description, text, kind, runs,
   * mention, cue, said, confidence, rule, about, context and occurrences. Multiple values of a
   * field are separated by {@code |}. A run is {@code start-end}, in Unicode code points of the
   * article's text; occurrences are ids of quotations. An unknown value is empty.
   *
   * <p>A spreadsheet evaluates cells that start with {@code =}, {@code +}, {@code -} or {@code @}
   * as formulas. If a value does, also after blanks or invisible characters, or starts with a tab
   * or a line break, its cell has an apostrophe before it, in every column; likewise if it does
   * after apostrophes of its own. {@link #RAW_CSV} is for programs.
   */
  CSV("CSV", HitCsv::forSpreadsheets, OptionalLibrary.FASTCSV),

  /**
   * CSV for programs: like {@link #CSV}, but each cell is the value itself. Do not open it in a
   * spreadsheet: the text of an article can run as a formula.
   */
  RAW_CSV("CSV", HitCsv::raw, OptionalLibrary.FASTCSV),

  /** JSON Lines: one object per line, as described at {@link ResultJson}. */
  JSON_LINES("JSON Lines", HitJsonLines::new, OptionalLibrary.JACKSON);

  private final String title;
  private final Opener opener;
  private final OptionalLibrary library;

  HitFormat(String title, Opener opener, OptionalLibrary library) {
    this.title = title;
    this.opener = opener;
    this.library = library;
  }

  /** Opens a writer. */
  @FunctionalInterface
  @Immutable
  private interface Opener {
    HitWriter open(Appendable out, ArticleTexts articles) throws IOException;
  }

  /** {@return the name of the format in messages, such as "JSON Lines"} */
  public String title() {
    return title;
  }

  /** {@return the name of the format on a command line, such as "json-lines"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * {@return a writer of this format; the start of the format, if it has one, is written at once}
   *
   * @param out the output, which receives whole lines
   * @param articles finds the articles of the hits
   * @throws IOException if the output cannot be written
   * @throws IllegalStateException if the optional library that the format needs is missing; the
   *     message says how to add it
   */
  public HitWriter writer(Appendable out, ArticleLookup articles) throws IOException {
    library.require("write " + title);
    return opener.open(requireNonNull(out, "out"), new ArticleTexts(articles));
  }
}
