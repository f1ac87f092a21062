package onrecord.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which words of an article are those of the sentences that contain its quotations, since format 5.
 * The document of the article has them as bytes: the number of quotations, and for each of them its
 * ranges of words, in order and without overlaps. A range is the distance of its first word to that
 * of the last range written, as an integer whose lowest bit is set if another range of the same
 * quotation follows, and whose next bit is the sign; and the number of its words. Integers are in
 * groups of seven bits, as in {@link QuotationParts}.
 *
 * <p>A quotation whose sentences begin or end within a word of the article has a range without
 * words; its own document has the words of its sentences.
 *
 * <p>An instance has those of a segment, four bytes for each document. Immutable, thread-safe.
 */
final class SentenceWords {

  private static final SegmentCache<SentenceWords> CACHE = new SegmentCache<>(SentenceWords::new);

  // How a quotation with one range, as most have, is kept in an integer.
  private static final int LENGTH_BITS = 11;
  private static final int MAX_LENGTH = (1 << LENGTH_BITS) - 1;
  private static final int MAX_START = (1 << Integer.SIZE - 1 - LENGTH_BITS) - 1;

  /** A quotation with other ranges. */
  private static final int OTHER = -1;

  /** An article without quotations. */
  private static final int FIRST_ARTICLE = -2;

  // Of each document: the range of a quotation; or FIRST_ARTICLE less the quotations of an article.
  private final int[] documents;
  // The starts and lengths of all ranges of other quotations.
  private final Map<Integer, int[]> others = new HashMap<>();

  private SentenceWords(LeafReader segment) throws IOException {
    documents = new int[segment.maxDoc()];
    BinaryDocValues values = DocValues.getBinary(segment, IndexField.SENTENCE_WORDS.field());
    int after = 0;
    for (int article = values.nextDoc();
        article != BinaryDocValues.NO_MORE_DOCS;
        article = values.nextDoc()) {
      try {
        read(values.binaryValue(), after, article);
      } catch (IllegalStateException e) {
        throw damaged(e);
      }
      after = article + 1;
    }
  }

  /** {@return those of a segment that has them} */
  static SentenceWords of(LeafReader segment) throws IOException {
    return CACHE.get(segment);
  }

  /** Writes the ranges of the quotations of an article, one after another. Not thread-safe. */
  static final class Writer {
    private final ByteArrayOutputStream ranges = new ByteArrayOutputStream();
    private final OutputStreamDataOutput out = new OutputStreamDataOutput(ranges);
    private int count;
    private int last;

    /** Adds the ranges of the next quotation; empty if its own document has its words. */
    void add(Optional<List<WordRange>> words) {
      count++;
      try {
        List<WordRange> each = words.orElse(List.of());
        for (int i = 0; i < each.size(); i++) {
          int distance = each.get(i).first() - last;
          last = each.get(i).first();
          out.writeVInt((distance << 1 ^ distance >> 31) << 1 | (i + 1 < each.size() ? 1 : 0));
          out.writeVInt(each.get(i).length());
        }
        if (each.isEmpty()) {
          out.writeVInt(0);
          out.writeVInt(0);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** {@return the ranges of all quotations} */
    BytesRef bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try {
        new OutputStreamDataOutput(all).writeVInt(count);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.writeBytes(ranges.toByteArray());
      return new BytesRef(all.toByteArray());
    }
  }

  /** Reads the ranges of the quotations of an article, none of which may be before a document. */
  private void read(BytesRef bytes, int after, int article) throws IOException {
    PartsInput in = new PartsInput(bytes);
    int count = in.integer();
    if (count < 0 || count > article - after) {
      throw damaged(null);
    }
    documents[article] = FIRST_ARTICLE - count;
    int last = 0;
    int[] ranges = new int[2];
    for (int doc = article - count; doc < article; doc++) {
      int size = 0;
      int end = 0;
      boolean isFollowed = true;
      while (isFollowed) {
        int distance = in.integer();
        isFollowed = (distance & 1) != 0;
        last += distance >>> 2 ^ -(distance >>> 1 & 1);
        ranges = ArrayUtil.grow(ranges, size + 2);
        ranges[size++] = last;
        ranges[size] = in.integer();
        end = checkedEnd(last, ranges[size++], end);
      }
      documents[doc] = kept(doc, ranges, size);
    }
    in.requireEnd();
  }

  private int kept(int doc, int[] ranges, int size) {
    if (size == 2 && ranges[0] <= MAX_START && ranges[1] <= MAX_LENGTH) {
      return ranges[0] << LENGTH_BITS | ranges[1];
    }
    others.put(doc, ArrayUtil.copyOfSubArray(ranges, 0, size));
    return OTHER;
  }

  /** {@return the word after a range, which must not begin before an end} */
  private static int checkedEnd(int start, int length, int least) throws IOException {
    if (start < least || length < 0 || length > IndexWriter.MAX_POSITION - start) {
      throw damaged(null);
    }
    return start + length;
  }

  private static IOException damaged(@Nullable Throwable cause) {
    return new CorruptIndexException("the words of sentences are damaged", "doc values", cause);
  }

  /** {@return whether a document is that of an article} */
  boolean isArticle(int doc) {
    return documents[doc] <= FIRST_ARTICLE;
  }

  /** {@return the document of the first quotation of an article, or of itself if it has none} */
  int firstQuotation(int article) {
    return isArticle(article) ? article - (FIRST_ARTICLE - documents[article]) : article;
  }

  /** {@return the number of ranges of a quotation} */
  int ranges(int quotation) {
    return documents[quotation] == OTHER ? others(quotation).length / 2 : 1;
  }

  private int[] others(int quotation) {
    return others.getOrDefault(quotation, new int[2]);
  }

  /** {@return the first word of a range of a quotation} */
  int start(int quotation, int range) {
    int kept = documents[quotation];
    return kept == OTHER ? others(quotation)[2 * range] : kept >>> LENGTH_BITS;
  }

  /** {@return the number of words of a range of a quotation} */
  int length(int quotation, int range) {
    int kept = documents[quotation];
    return kept == OTHER ? others(quotation)[2 * range + 1] : kept & MAX_LENGTH;
  }

  /** {@return the number of words of all ranges of a quotation} */
  int length(int quotation) {
    int words = 0;
    for (int range = 0; range < ranges(quotation); range++) {
      words += length(quotation, range);
    }
    return words;
  }
}
