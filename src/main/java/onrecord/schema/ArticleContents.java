package onrecord.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.Published;
import onrecord.query.ArticleReference;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What an index keeps of an article, since format 4: its id, its title, when it was published, its
 * outlet, its section, its authors, its address, its language and its tags, and its text. Each text
 * is its length in bytes, in groups of seven bits, and UTF-8; the length is 0 if there is none. A
 * list begins with its length. The text of the article comes last and is compressed. Not
 * thread-safe.
 */
final class ArticleContents {

  /** The field of an index that has the contents of most articles as doc values. */
  static final String FIELD = IndexField.TEXT.field();

  /**
   * The field that has long contents as a stored value, since all values of one field must be doc
   * values or none.
   */
  static final String LONG_FIELD = FIELD + "_long";

  private final ArticleReference reference;
  private final DeflatedText text;

  private ArticleContents(ArticleReference reference, DeflatedText text) {
    this.reference = reference;
    this.text = text;
  }

  /**
   * {@return the contents of an article}
   *
   * @param bytes what {@link #write} returned
   * @param fields the fields that the owner of the archive has added to the article
   * @param buffer holds the text when it is decompressed
   * @throws IllegalStateException if the bytes are not those of an article
   */
  static ArticleContents read(BytesRef bytes, Fields fields, TextBuffer buffer) {
    PartsInput in = new PartsInput(bytes);
    try {
      ArticleReference reference =
          new ArticleReference(
              in.text(),
              in.text(),
              given(in.text()).map(Published::parse),
              given(in.text()),
              given(in.text()),
              in.texts(),
              given(in.text()),
              given(in.text()),
              in.texts(),
              fields);
      return new ArticleContents(reference, new DeflatedText(in.rest(), buffer));
    } catch (RuntimeException e) {
      throw new IllegalStateException("the contents of an article are damaged", e);
    }
  }

  private static Optional<String> given(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** {@return the contents of an article as bytes} */
  static BytesRef write(Article article) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
      write(out, article.id());
      write(out, article.title());
      write(out, article.published().map(Published::toString).orElse(""));
      write(out, article.outlet().orElse(""));
      write(out, article.section().orElse(""));
      write(out, article.authors());
      write(out, article.url().orElse(""));
      write(out, article.language().orElse(""));
      write(out, article.tags());
      BytesRef text = DeflatedText.compress(article.text());
      out.writeBytes(text.bytes, text.offset, text.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  private static void write(OutputStreamDataOutput out, List<String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      write(out, text);
    }
  }

  private static void write(OutputStreamDataOutput out, String text) throws IOException {
    BytesRef bytes = new BytesRef(text);
    out.writeVInt(bytes.length);
    out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
  }

  /**
   * {@return the contents with the text as it is, since other programs may compress it otherwise}
   */
  String comparable() {
    return reference + "\n" + text.whole();
  }

  /** {@return the article without its text} */
  ArticleReference reference() {
    return reference;
  }

  DeflatedText text() {
    return text;
  }

  /**
   * {@return the article}
   *
   * @throws IllegalStateException if the text cannot be decompressed
   */
  Article article() {
    return new Article(
        reference.id(),
        reference.title(),
        text.whole(),
        reference.published(),
        reference.outlet(),
        reference.section(),
        reference.authors(),
        reference.url(),
        reference.language(),
        reference.tags(),
        reference.fields());
  }
}
