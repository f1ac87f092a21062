package onrecord.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTermsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void estimatesAreWithinWhatScoringAllows(int quotations) throws IOException {
    Article article = Article.builder("a", "The ferry is late. The ferry is old.").build();
    try (Archive archive = Archive.open(folder)) {
      archive.add(
          article,
          IntStream.range(0, quotations)
              .mapToObj(i -> Quotation.builder(article, List.of(new Span(4 + i, 9))).build())
              .toList());
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = requireNonNull(SentenceTerms.of(leaf.reader()));
        assertThat(terms.getDocCount()).isBetween(1, leaf.reader().maxDoc());
        int found = 0;
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          assertThat(each.docFreq()).isBetween(1, terms.getDocCount());
          assertThat(each.totalTermFreq()).isBetween(1L, terms.getSumTotalTermFreq());
          found++;
        }
        assertThat(found > 0).isEqualTo(quotations > 0);
      }
    }
  }
}
