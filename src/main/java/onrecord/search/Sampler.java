package onrecord.search;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.query.Hit;
import onrecord.query.Sample;
import onrecord.schema.IndexField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Draws quotations at random: those with the lowest random numbers, which are computed from the
 * seed, the id of the article and the position in it. The sample therefore does not depend on the
 * segments that hold the quotations. Not thread-safe.
 */
final class Sampler {

  private static final HashFunction NUMBERS = Hashing.murmur3_128();

  private final Matches matches;
  private final long seed;
  private final TopN<Ticket> drawn;

  /** A quotation with its random number. */
  private record Ticket(long number, BytesRef article, long position, int doc) {
    static final Comparator<Ticket> ORDER =
        Comparator.comparingLong(Ticket::number)
            .thenComparing(Ticket::article)
            .thenComparingLong(Ticket::position)
            .thenComparingInt(Ticket::doc);
  }

  Sampler(Matches matches, long seed, int size) {
    this.matches = matches;
    this.seed = seed;
    this.drawn = new TopN<>(Ticket.ORDER, size);
  }

  Sample draw() throws IOException {
    matches.forEachSegment(this::draw);
    HitReader reader =
        HitReader.withContext(matches.snapshot(), matches.scope().search().context());
    List<Hit> hits = new ArrayList<>();
    for (Ticket ticket : drawn.inOrder()) {
      matches.time().check();
      hits.add(reader.read(new ScoreDoc(ticket.doc(), 0)));
    }
    return new Sample(matches.scope().search().selection(), matches.size(), seed, hits);
  }

  private void draw(MatchingDocs segment, DocIdSetIterator docs) throws IOException {
    SortedDocValues articles =
        DocValues.getSorted(segment.context().reader(), IndexField.ARTICLE_ID.field());
    NumericDocValues positions =
        DocValues.getNumeric(segment.context().reader(), IndexField.POSITION.field());
    int last = -1;
    BytesRef article = new BytesRef();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (articles.advanceExact(doc) && positions.advanceExact(doc)) {
        if (articles.ordValue() != last) {
          last = articles.ordValue();
          article = BytesRef.deepCopyOf(articles.lookupOrd(last));
        }
        long position = positions.longValue();
        drawn.offer(
            new Ticket(
                number(article, position), article, position, segment.context().docBase + doc));
      }
    }
  }

  private long number(BytesRef article, long position) {
    return NUMBERS
        .newHasher()
        .putLong(seed)
        .putLong(position)
        .putBytes(article.bytes, article.offset, article.length)
        .hash()
        .asLong();
  }
}
