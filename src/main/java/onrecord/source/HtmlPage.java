package onrecord.source;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import onrecord.html.PageArticle;
import onrecord.html.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTML page as a single article. Not thread-safe.
 *
 * <p>A page without an article, such as an index of other pages, is counted as such. The id of an
 * article is the address that the page declares its own, or else a hash of its content.
 */
final class HtmlPage implements RecordSource {

  private static final Set<String> FIRST_ELEMENTS =
      Set.of("html", "head", "body", "title", "meta", "link", "base", "script", "style", "article");
  private static final int BYTES_PER_TAG = 8;

  private final SourceInput input;
  private boolean done;

  /** Creates a reader of a page. */
  HtmlPage(SourceInput input) {
    this.input = input;
  }

  static boolean isRecognized(Head head) {
    return head.rootElement().filter(FIRST_ELEMENTS::contains).isPresent()
        || head.startsWithIgnoringBlanks("<!DOCTYPE html")
        || head.startsWithIgnoringBlanks("<!doctype html");
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    byte[] bytes = input.in().readNBytes(input.limits().bytes() + 1);
    return read(bytes, Surroundings.NONE, input);
  }

  /**
   * What is known of a page beside its content.
   *
   * @param address its address
   * @param contentType the type that the server gave
   * @param unused the fields around the page that are not used
   */
  record Surroundings(Optional<String> address, Optional<String> contentType, Set<String> unused) {

    static final Surroundings NONE = new Surroundings(Optional.empty(), Optional.empty(), Set.of());
  }

  /** {@return the article of a page, or the reason why there is none} */
  static ArticleRecord read(byte[] bytes, Surroundings around, SourceInput input) {
    RecordLimits limits = input.limits();
    if (bytes.length > limits.bytes()) {
      return ArticleRecord.failed(
          new ArticleFormatException(
              input.source(), 0, limits.tooLong(around.address().orElse("the page"))));
    }
    if (tags(bytes) > limits.bytes() / BYTES_PER_TAG) {
      return ArticleRecord.failed(
          new ArticleFormatException(
              input.source(),
              0,
              around.address().orElse("the page")
                  + " must not have more than "
                  + limits.bytes() / BYTES_PER_TAG
                  + " tags, but has"));
    }
    PageArticle page = PageReader.read(PageCharset.decode(bytes, around.contentType()));
    if (page.paragraphs().isEmpty()) {
      return ArticleRecord.skipped(input.source(), 0, "page without an article");
    }
    return fields(page, around, input.options().dates()).toRecord(input, 0);
  }

  private static int tags(byte[] bytes) {
    int tags = 0;
    for (byte b : bytes) {
      if (b == '<') {
        tags++;
      }
    }
    return tags;
  }

  private static ArticleFields fields(PageArticle page, Surroundings around, DateOrder dates) {
    ArticleFields fields = new ArticleFields();
    page.title().ifPresent(title -> fields.add("title", title));
    fields.add("text", page.text());
    page.published().stream()
        .filter(date -> PublishedText.read(date, dates).isPresent())
        .findFirst()
        .or(() -> page.published().stream().findFirst())
        .ifPresent(fields::addDate);
    page.outlet().ifPresent(outlet -> fields.add("outlet", outlet));
    page.section().ifPresent(section -> fields.add("section", section));
    fields.add("authors", page.authors());
    page.url().or(around::address).ifPresent(url -> fields.add("url", url));
    page.language()
        .flatMap(LanguageName::tag)
        .ifPresent(language -> fields.add("language", language));
    fields.add("tags", page.tags());
    around.unused().forEach(fields::unused);
    return fields;
  }
}
