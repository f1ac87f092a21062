package onrecord.schema;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Hashes of texts that depend on the words alone, not on case, accents and punctuation. */
public final class SameWords {

  /** Of the hash since format 5; until format 4, there were 16. */
  private static final int BYTES = 10;

  private static final Analyzer WORDS = new WordAnalyzer(WordAnalyzer.Form.WORD);

  /** The number of bytes that are searched since format 4: hardly ever equal by chance. */
  private static final int SEARCHED = 5;

  private SameWords() {}

  /**
   * {@return the term by which the quotations with a hash are found, and since format 4, hardly any
   * other}
   *
   * @param stamp the stamp of the archive
   */
  public static BytesRef term(BytesRef hash, Stamp stamp) {
    return stamp.hasParts() ? term(hash) : BytesRef.deepCopyOf(hash);
  }

  static BytesRef term(BytesRef hash) {
    return new BytesRef(
        Arrays.copyOfRange(hash.bytes, hash.offset, hash.offset + Math.min(SEARCHED, hash.length)));
  }

  /** {@return the first bytes of the SHA-256 hash of the words or, without any, of the text} */
  static byte[] hash(String text) {
    Hasher hasher = Hashing.sha256().newHasher();
    if (!putWords(hasher, text)) {
      hasher.putString(text, StandardCharsets.UTF_8);
    }
    return hash(hasher);
  }

  /** {@return the hash of a text with exactly these words, at least one, in this order} */
  public static byte[] hash(List<String> words) {
    Hasher hasher = Hashing.sha256().newHasher();
    words.forEach(word -> put(hasher, word));
    return hash(hasher);
  }

  private static byte[] hash(Hasher hasher) {
    return Arrays.copyOf(hasher.hash().asBytes(), BYTES);
  }

  private static void put(Hasher hasher, CharSequence word) {
    hasher.putUnencodedChars(word).putChar(' ');
  }

  private static boolean putWords(Hasher hasher, String text) {
    boolean any = false;
    try (TokenStream stream = WORDS.tokenStream(IndexField.SAME_WORDS.field(), text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        put(hasher, word);
        any = true;
      }
      stream.end();
      return any;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }
}
