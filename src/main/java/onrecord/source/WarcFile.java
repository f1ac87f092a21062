package onrecord.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a WARC file, one article each. Not thread-safe.
 *
 * <p>The address of an article is the one that the page declares its own, so that a page has the
 * same id whether it was saved or crawled; otherwise it is the address that was fetched. The date
 * is that of the page, and never that of the crawl.
 */
final class WarcFile implements RecordSource {

  private static final String ADDRESS = "WARC-Target-URI";
  private static final String TRUNCATED = "WARC-Truncated";
  private static final int OK = 200;
  private static final Pattern ROBOTS =
      Pattern.compile("(?i)https?://[^/]+/robots\\.txt(?:[?#].*)?");
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private final SourceInput input;
  private final WarcRecords records;

  /** Opens a WARC file, uncompressed. */
  WarcFile(SourceInput input) {
    this.input = input;
    this.records = new WarcRecords(input.in(), input.source(), input.limits().bytes());
  }

  static boolean isRecognized(Head head) {
    return head.startsWithBytes("WARC/1.") || head.startsWithBytes("WARC/0.");
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    try {
      WarcRecords.Entry entry = records.next();
      return entry == null ? null : read(entry);
    } catch (EOFException e) {
      return ArticleRecord.failed(records.cutShort(e));
    } catch (ArticleFormatException e) {
      return ArticleRecord.failed(e);
    }
  }

  private ArticleRecord failed(String reason, Exception cause) {
    return ArticleRecord.failed(new ArticleFormatException(input.source(), 0, reason, cause));
  }

  private ArticleRecord skipped(String reason) {
    return ArticleRecord.skipped(input.source(), 0, reason);
  }

  private ArticleRecord read(WarcRecords.Entry entry) throws IOException {
    Optional<String> type = entry.field("Content-Type");
    if (entry.type().equals("resource")) {
      HttpHeader header = new HttpHeader(OK, Map.of("content-type", type.orElse("")));
      return read(entry, header, entry.block());
    }
    if (!entry.type().equals("response")) {
      return skipped(entry.type() + " record");
    }
    if (!type.orElse("").toLowerCase(Locale.ROOT).startsWith("application/http")) {
      return skipped("not HTTP: " + base(type));
    }
    InputStream response = new BufferedInputStream(entry.block());
    return read(entry, HttpHeader.read(response), response);
  }

  private ArticleRecord read(WarcRecords.Entry entry, HttpHeader header, InputStream body)
      throws IOException {
    Optional<String> address = entry.field(ADDRESS).map(WarcFile::withoutBrackets);
    if (address.filter(uri -> ROBOTS.matcher(uri).matches()).isPresent()) {
      return skipped("robots.txt");
    }
    if (header.status() != OK) {
      return skipped(header.status() == 0 ? "not HTTP" : "status " + header.status());
    }
    Optional<String> type = header.field("content-type");
    if (type.isPresent() && !PAGES.contains(base(type))) {
      return skipped("not HTML: " + base(type));
    }
    if (header.lists("content-encoding", "br") && !OptionalLibrary.BROTLI.isPresent()) {
      return skipped(OptionalLibrary.BROTLI.request("read pages compressed by Brotli"));
    }
    byte[] raw = body.readNBytes(input.limits().bytes() + 1);
    Set<String> unused = new LinkedHashSet<>(Set.of("WARC-Date"));
    boolean cut = entry.field(TRUNCATED).isPresent();
    if (cut) {
      unused.add(TRUNCATED);
    }
    Optional<byte[]> page;
    try {
      page = HttpBody.decode(header, raw, cut, input.limits().bytes() + 1);
    } catch (IOException e) {
      return failed(address.orElse("a page") + " cannot be decoded: " + e.getMessage(), e);
    }
    if (page.isEmpty()) {
      return skipped(
          "compressed in a way that is not read: " + header.field("content-encoding").orElse(""));
    }
    return HtmlPage.read(page.get(), new HtmlPage.Surroundings(address, type, unused), input);
  }

  /** Some crawlers write addresses in angle brackets. */
  private static String withoutBrackets(String address) {
    return address.startsWith("<") && address.endsWith(">")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  /** {@return a media type without its parameters, in lower case} */
  private static String base(Optional<String> type) {
    String value = type.orElse("no type");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
