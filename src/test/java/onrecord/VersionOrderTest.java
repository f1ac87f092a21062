package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onrecord.engine.Engine;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.model.ArticleVersion;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionOrderTest {

  private static final int KEPT = 2;

  private Engine engine;

  @BeforeEach
  void open() throws IOException {
    engine = LuceneEngine.inMemory("none", ArchiveOptions.DEFAULT.engineSettings(), () -> 0);
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  private static ArticleRecord record(String id, long version) {
    return ArticleRecord.of("a source", 1, Article.builder(id, "The weir holds.").build())
        .withVersion(new ArticleVersion(Optional.of(version), Optional.empty()));
  }

  private static ArticleRecord withdrawal(String id, long version) {
    return ArticleRecord.withdrawn("a source", 1, id)
        .withVersion(new ArticleVersion(Optional.of(version), Optional.empty()));
  }

  /** {@return whether a record was older, which is taken otherwise} */
  private boolean isLeftOut(VersionOrder order, String id, ArticleRecord record)
      throws IOException {
    if (order.isOutdated(record, id)) {
      return true;
    }
    if (record.withdrawn().isPresent()) {
      engine.delete(id);
    } else {
      engine.put(record.article(), Optional.empty(), List::of);
    }
    order.taken(record, id);
    return false;
  }

  @Test
  void whatIsNotVisibleYetIsKnownWhetherItIsKeptInMemoryOrNot() throws IOException {
    VersionOrder order = new VersionOrder(engine, KEPT);
    for (int i = 0; i < 5; i++) {
      assertThat(isLeftOut(order, "a" + i, record("a" + i, 2))).isFalse();
    }

    for (int i = 0; i < 5; i++) {
      assertThat(isLeftOut(order, "a" + i, record("a" + i, 1))).as("a" + i).isTrue();
      assertThat(isLeftOut(order, "a" + i, record("a" + i, 2))).as("a" + i).isFalse();
      assertThat(isLeftOut(order, "a" + i, record("a" + i, 3))).as("a" + i).isFalse();
      assertThat(isLeftOut(order, "a" + i, withdrawal("a" + i, 2))).as("a" + i).isTrue();
    }
  }

  @Test
  void onlyTheLastOfVeryManyWithdrawalsAreKnown() throws IOException {
    VersionOrder order = new VersionOrder(engine, KEPT);
    for (int i = 0; i < 3; i++) {
      assertThat(isLeftOut(order, "a" + i, withdrawal("a" + i, 2))).isFalse();
    }

    assertThat(isLeftOut(order, "a2", record("a2", 1))).isTrue();
    assertThat(isLeftOut(order, "a1", record("a1", 1))).isTrue();
    assertThat(isLeftOut(order, "a0", record("a0", 1))).isFalse();
  }

  @Test
  void theNewestVersionOfEachArticleIsHeldWhateverTheOrder() throws IOException {
    Random random = new Random(20240501);
    VersionOrder order = new VersionOrder(engine, KEPT);
    long[] newest = new long[6];
    for (int i = 0; i < 300; i++) {
      int number = random.nextInt(newest.length);
      long version = random.nextInt(1, 40);
      if (random.nextInt(10) == 0) {
        order = new VersionOrder(engine, KEPT); // another run
        engine.refresh();
      }
      boolean leftOut = isLeftOut(order, "a" + number, record("a" + number, version));

      assertThat(leftOut).as("record %d", i).isEqualTo(version < newest[number]);
      newest[number] = Math.max(newest[number], version);
    }
  }
}
