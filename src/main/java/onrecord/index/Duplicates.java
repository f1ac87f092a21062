package onrecord.index;

import java.io.IOException;
import java.util.function.Consumer;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles that an index holds more than once. The ids are read in the order of the index, so
 * that none has to be remembered.
 */
final class Duplicates {

  private Duplicates() {}

  /** Passes on the id of each article for each time that it is there once more. */
  static void forEach(DirectoryReader reader, Consumer<String> visitor) throws IOException {
    FixedBitSet articles = articles(reader);
    Terms ids = MultiTerms.getTerms(reader, IndexField.ARTICLE_ID.field());
    if (ids == null) {
      return;
    }
    TermsEnum each = ids.iterator();
    @Nullable PostingsEnum docs = null;
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      docs = each.postings(docs, PostingsEnum.NONE);
      int found = 0;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        found += articles.get(doc) ? 1 : 0;
        if (found > 1 && articles.get(doc)) {
          visitor.accept(id.utf8ToString());
        }
      }
    }
  }

  /** {@return the documents of articles that are not deleted} */
  private static FixedBitSet articles(DirectoryReader reader) throws IOException {
    FixedBitSet articles = new FixedBitSet(Math.max(1, reader.maxDoc()));
    @Nullable Bits live = MultiBits.getLiveDocs(reader);
    PostingsEnum docs =
        MultiTerms.getTermPostingsEnum(
            reader, IndexField.TYPE.field(), new BytesRef(Schema.ARTICLE), PostingsEnum.NONE);
    if (docs != null) {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          articles.set(doc);
        }
      }
    }
    return articles;
  }
}
