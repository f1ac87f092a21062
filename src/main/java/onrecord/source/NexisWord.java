package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.CountingInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents that Nexis Uni and Lexis Advance deliver as a Word document, holding the
 * compressed file and one document in memory. Not thread-safe.
 */
final class NexisWord implements RecordSource {

  private static final String DOCUMENT = "word/document.xml";
  private static final String LINKS = "word/_rels/document.xml.rels";
  private static final int START = 1 << 21;
  private static final Pattern SIGN =
      Pattern.compile("(?i)w:name=\"bookmark_\\d|LADocCount|LADeliveryID|lexis|contentItem");
  private static final Pattern SHORT_TEXT = Pattern.compile(">([^<>]{3,45})<");
  private static final int END_RECORD = 22;
  private static final int MAX_LINKS = 100_000;

  private final SourceInput input;
  private final byte[] file;
  private @Nullable DeliveryDocuments documents;

  /**
   * Creates a reader.
   *
   * @throws ArticleFormatException if the file is longer than a record may be
   */
  NexisWord(SourceInput input) throws IOException {
    this.input = input;
    this.file = input.in().readNBytes(input.limits().bytes() + 1);
    if (file.length > input.limits().bytes()) {
      throw new ArticleFormatException(input.source(), 0, input.limits().tooLong("the file"));
    }
  }

  /**
   * {@return whether a content is a Word document of Nexis, as far as its head shows; whether it
   * has articles, reading it shows}
   */
  static boolean isRecognized(Head head) {
    if (!head.hasZipEntry("word/")) {
      return false;
    }
    Optional<String> document = Optional.empty();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(head.bytes()));
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean main = entry.getName().equals(DOCUMENT);
        String start = start(zip);
        if (SIGN.matcher(start).find() || (main && hasLabels(start))) {
          return true;
        }
        document = main ? Optional.of(start) : document;
      }
    } catch (IOException e) {
      return document.isEmpty();
    }
    return document.isEmpty() && head.isCut();
  }

  /** {@return whether a part has a text that ends a document, or gives its length} */
  private static boolean hasLabels(String part) {
    return SHORT_TEXT
        .matcher(part)
        .results()
        .map(text -> Press.clean(text.group(1)))
        .anyMatch(text ->
            isLabel(text, PressLabel.END)
                || (text.endsWith(":")
                    && isLabel(text.substring(0, text.length() - 1), PressLabel.LENGTH)));
  }

  private static boolean isLabel(String text, PressLabel label) {
    return PressLabel.of(text).filter(known -> known == label).isPresent();
  }

  /** {@return the start of a part, as far as it can be uncompressed} */
  private static String start(InputStream part) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    byte[] bytes = new byte[1 << 10];
    try {
      for (int n = part.read(bytes); n >= 0 && start.size() < START; n = part.read(bytes)) {
        start.write(bytes, 0, n);
      }
    } catch (IOException e) {
      // The head ends within the part.
    }
    return start.toString(UTF_8);
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (documents == null) {
      documents = open();
    }
    ArticleRecord record = documents.next();
    if (record == null && !isComplete()) {
      throw new EOFException("it ends too early");
    }
    return record;
  }

  /** {@return whether the file ends with the record that every complete ZIP file ends with} */
  private boolean isComplete() {
    int first = Math.max(0, file.length - END_RECORD - (1 << 16));
    for (int at = file.length - END_RECORD; at >= first; at--) {
      if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private IOException invalid(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause
        ? cause
        : new ArticleFormatException(
            input.source(), 0, "is damaged or cut short: its text is not valid XML", e);
  }

  private DeliveryDocuments open() throws IOException {
    try {
      WordParagraphs paragraphs =
          new WordParagraphs(part(DOCUMENT), links(), input.limits().characters());
      return new DeliveryDocuments(input, () -> next(paragraphs), "a Word document");
    } catch (XMLStreamException e) {
      throw invalid(e);
    }
  }

  private @Nullable DeliveryParagraph next(WordParagraphs paragraphs) throws IOException {
    try {
      return paragraphs.next();
    } catch (XMLStreamException e) {
      throw invalid(e);
    }
  }

  private Map<String, String> links() throws IOException, XMLStreamException {
    Map<String, String> links = new HashMap<>();
    InputStream part = partIfPresent(LINKS);
    if (part == null) {
      return links;
    }
    XMLStreamReader xml = XmlStream.open(part);
    while (xml.hasNext() && links.size() < MAX_LINKS) {
      if (XmlStream.next(xml) == XMLStreamConstants.START_ELEMENT) {
        String id = xml.getAttributeValue(null, "Id");
        String target = xml.getAttributeValue(null, "Target");
        if (id != null && target != null) {
          links.put(id, target);
        }
      }
    }
    return links;
  }

  private InputStream part(String name) throws IOException {
    InputStream part = partIfPresent(name);
    if (part == null) {
      throw new ArticleFormatException(
          input.source(), 0, "is damaged or cut short: it has no part " + name);
    }
    return part;
  }

  private @Nullable InputStream partIfPresent(String name) throws IOException {
    CountingInputStream counted = new CountingInputStream(new ByteArrayInputStream(file));
    ZipInputStream zip = new ZipInputStream(counted);
    InputStream content = new Expansion(zip, counted::getCount, input.source());
    byte[] skipped = new byte[1 << 13];
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return content;
      }
      while (content.read(skipped, 0, skipped.length) >= 0) {
        // Counted, so that a part that is not read cannot exhaust the reader either.
      }
    }
    return null;
  }
}
