package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.model.Article;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

class ArchiveWriterTest {

  @Test
  void lostWriteIsToldAndTheLastCommitStands() throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      FullDisk disk = new FullDisk(memory);
      ArchiveWriter writer = ArchiveWriter.open("the archive", disk, "1", WriterSettings.DEFAULT);
      writer.add(Article.builder("a", "Text.").build(), List.of(), Optional.empty());
      writer.commit();

      writer.add(Article.builder("b", "Text.").build(), List.of(), Optional.empty());
      disk.full.set(true);

      assertThatThrownBy(writer::commit).hasMessageContaining("the disk is full");
      assertThatThrownBy(writer::close)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the archive")
          .hasMessageContaining("lost");
      try (DirectoryReader reader = DirectoryReader.open(memory)) {
        assertThat(reader.numDocs()).isEqualTo(1);
      }
    }
  }

  private static final class FullDisk extends FilterDirectory {
    private final AtomicBoolean full = new AtomicBoolean();

    FullDisk(Directory disk) {
      super(disk);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full.get()) {
        throw new IOException("the disk is full");
      }
      return super.createOutput(name, context);
    }

    @Override
    public void close() {
      // What is left on the disk is read after the writer has gone.
    }
  }
}
