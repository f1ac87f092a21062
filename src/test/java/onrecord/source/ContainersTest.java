package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onrecord.source.Reading.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files and archives, and what is found in them and in folders. */
class ContainersTest {

  private static final byte[] LINE = "{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8);

  @TempDir Path folder;
  private ReadReport report =
      new ReadReport(
          0,
          0,
          0,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          0,
          java.util.Optional.empty());

  @Test
  void anArchiveIsNotTakenForWhatItContains() throws IOException {
    Path zip =
        Files.write(
            folder.resolve("a.zip"),
            stored(
                Map.entry("scan.pdf", "%PDF-1.7".getBytes(UTF_8)),
                Map.entry("one.txt", "One".getBytes(UTF_8))));
    Path tar =
        Files.write(
            folder.resolve("a.tar"),
            tar(
                Map.entry("b.zip", Files.readAllBytes(zip)),
                Map.entry(
                    "two.txt",
                    ("1 of 1 DOCUMENTS\n\nThe Grey Times\n\nMay 2, 2014\n\nMill\n\n"
                            + "LENGTH: 2 words\n\nIt turns.\n\nLANGUAGE: ENGLISH\n")
                        .getBytes(UTF_8))));

    assertThat(results(zip)).containsExactly("one");
    assertThat(results(tar)).hasSize(2).first().isEqualTo("one");
  }

  @Test
  void theFormatThatIsGivenIsThatOfTheMembers() throws IOException {
    Path tar = Files.write(folder.resolve("a.tar"), tar(Map.entry("lines", "{T}".getBytes(UTF_8))));

    try (ArticleReader reader =
        ArticleReader.open(List.of(tar), Reading.as(ArticleFormat.PLAIN_TEXT))) {
      assertThat(reader.next().article().text()).isEqualTo("{T}");
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void emptyFilesAreCountedAsSuch() throws IOException {
    Files.createFile(folder.resolve("a.json"));
    Files.createFile(folder.resolve("b"));

    try (ArticleReader reader = ArticleReader.open(List.of(folder))) {
      assertThat(reader.hasNext()).isFalse();
      assertThat(reader.report().notRead()).isEqualTo(Map.of("an empty file", 2L));
    }
  }

  @Test
  void theMembersOfAZipFileAreReadLikeTheFilesOfAFolder() throws IOException {
    Path zip =
        Files.write(
            folder.resolve("a.zip"),
            zip(
                Map.entry("in/", new byte[0]),
                Map.entry("in/one.txt", "One".getBytes(UTF_8)),
                Map.entry("in/lines", LINE),
                Map.entry("in/paper.pdf", "%PDF-1.7".getBytes(UTF_8)),
                Map.entry("in/notes.md", "Notes".getBytes(UTF_8)),
                Map.entry("in/two.txt.gz", gzip("Two".getBytes(UTF_8)))));

    assertThat(results(zip)).containsExactly("one", "1", "two");
    assertThat(report.notRead()).containsOnly(Map.entry("PDF", 1L), Map.entry(".md files", 1L));
    assertThat(report.files())
        .containsOnly(
            Map.entry(ArticleFormat.PLAIN_TEXT, 2L), Map.entry(ArticleFormat.JSON_LINES, 1L));
  }

  @Test
  void namesInArchivesAreMereLabels() throws IOException {
    Path zip =
        Files.write(
            folder.resolve("a.zip"),
            zip(
                Map.entry("../../evil.txt", "One".getBytes(UTF_8)),
                Map.entry("/etc/absolute.txt", "Two".getBytes(UTF_8)),
                Map.entry("C:\\windows\\nul.txt", "Three".getBytes(UTF_8)),
                Map.entry("nul\0name.txt", "Four".getBytes(UTF_8)),
                Map.entry("x/evil.txt", "Five".getBytes(UTF_8))));

    List<String> results = results(zip);

    assertThat(results.subList(0, 4)).containsExactly("evil", "absolute", "nul", "nul\0name");
    assertThat(results.get(4)).startsWith("content-");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder, zip);
    }
  }

  @Test
  void archivesInArchivesAreReadThreeDeep() throws IOException {
    byte[] nested = zip(Map.entry("a.txt", "T".getBytes(UTF_8)));
    for (int depth = 1; depth <= 4; depth++) {
      Path zip = Files.write(folder.resolve("a.zip"), nested);

      if (depth < 4) {
        assertThat(results(zip)).as("depth %d", depth).containsExactly("a");
      } else {
        assertThat(results(zip))
            .containsExactly(
                zip
                    + "!n.zip!n.zip!n.zip: must not be an archive in an archive 3 times over; unpack"
                    + " it");
      }
      nested = zip(Map.entry("n.zip", nested));
    }
  }

  @Test
  void aBombIsRefusedAndTheFilesAfterItAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.jsonl"));
      zip.write('{');
      writeBlanks(zip);
    }
    Path zip = Files.write(folder.resolve("a.zip"), bytes.toByteArray());
    Path gz = folder.resolve("b.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write('{');
      writeBlanks(out);
    }
    Files.writeString(folder.resolve("c.txt"), "T");
    String reason =
        ": is refused, since its content is more than 300 times as large as the compressed file";

    assertThat(results(folder)).containsExactly(zip + reason, gz + reason, "c");
  }

  private static void writeBlanks(OutputStream out) throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) ' ');
    for (int i = 0; i < 80; i++) {
      out.write(block);
    }
  }

  @Test
  void bzip2AndTarAreRead() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
      TarArchiveEntry link = new TarArchiveEntry("link.txt", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/hostname");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
      TarArchiveEntry entry = new TarArchiveEntry("x/one.txt");
      entry.setSize(3);
      out.putArchiveEntry(entry);
      out.write("One".getBytes(UTF_8));
      out.closeArchiveEntry();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      ByteArrayOutputStream member = new ByteArrayOutputStream();
      try (OutputStream out = new BZip2CompressorOutputStream(member)) {
        out.write(LINE);
      }
      lines.write(member.toByteArray());
    }
    Path tgz = Files.write(folder.resolve("a.tgz"), gzip(tar.toByteArray()));
    Path bz2 = Files.write(folder.resolve("b.bz2"), lines.toByteArray());

    assertThat(results(tgz)).containsExactly("one");
    assertThat(results(bz2)).containsExactly("1", "1");
  }

  @Test
  void aCutArchiveIsAFailureAfterWhatCouldBeRead() throws IOException {
    byte[] whole =
        zip(
            Map.entry("a.txt", "One".getBytes(UTF_8)),
            Map.entry("b.txt", "Two and more text".getBytes(UTF_8)));
    for (int length = 8; length < whole.length - 150; length++) {
      Path zip = Files.write(folder.resolve("a.zip"), Arrays.copyOf(whole, length));
      List<String> results = results(zip);
      assertThat(results).as("cut to %d", length).isNotEmpty();
      assertThat(results.getLast().startsWith(zip.toString()) || results.size() == 2)
          .as("cut to %d: %s", length, results)
          .isTrue();
    }
  }

  @Test
  void aKindThatIsNotReadIsRefusedIfGivenAndCountedIfFound() throws IOException {
    Path pdf = Files.writeString(folder.resolve("a.txt"), "%PDF-1.4");

    assertThat(results(pdf))
        .containsExactly(
            pdf
                + ": looks like PDF, which is not read; convert it to plain text, for example with"
                + " 'pdftotext -layout FILE'");
    assertThat(report.failures()).isEqualTo(1);
    assertThat(results(folder)).isEmpty();
    assertThat(report.notRead()).containsOnly(Map.entry("PDF", 1L));
    assertThat(report.isEmpty()).isTrue();
  }

  private List<String> results(Path path) throws IOException {
    List<String> results = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(List.of(path))) {
      while (reader.hasNext()) {
        ArticleRecord record = reader.next();
        results.add(
            record.failure().isPresent()
                ? record.failure().get().getMessage()
                : record.article().id());
      }
      report = reader.report();
    }
    return results;
  }

  @SafeVarargs
  private static byte[] zip(Map.Entry<String, byte[]>... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** {@return a ZIP file whose entries are not compressed} */
  @SafeVarargs
  private static byte[] stored(Map.Entry<String, byte[]>... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries) {
        ZipEntry header = new ZipEntry(entry.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(entry.getValue());
        header.setCrc(checksum.getValue());
        header.setSize(entry.getValue().length);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @SafeVarargs
  private static byte[] tar(Map.Entry<String, byte[]>... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
