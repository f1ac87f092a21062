package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.index.ArchiveWriter;
import onrecord.index.Snapshots;
import onrecord.index.WriterSettings;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  @Test
  void facetsAreNumberedByTheRefreshAndNotBySearches() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.inMemory("1", WriterSettings.DEFAULT)) {
      Snapshots snapshots = writer.snapshots();
      for (String id : List.of("a", "b")) {
        writer.add(Article.builder(id, "Text.").outlet(id).build(), List.of(), Optional.empty());
        writer.refresh();

        Snapshot snapshot = snapshots.acquire();
        for (String field : Schema.FACETS) {
          assertThat(snapshot.ordinals(field)).as(field).isSameAs(snapshot.ordinals(field));
        }
        snapshot.reader().decRef();
      }
    }
  }
}
