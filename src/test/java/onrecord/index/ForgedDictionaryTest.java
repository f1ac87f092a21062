package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.Archive;
import onrecord.Forgery;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives in which the names of doc values are listed rightly, but are not found rightly. */
class ForgedDictionaryTest {

  /** Of a dictionary: one of 2 to the power of this number of names is in its index. */
  private static final byte SHIFT = 10;

  /** Names that no field has. */
  private static final List<String> ABSENT = List.of("", "(unknown)", "UNKNOWN", "\u007f");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(bytes = {0, 31, 62, 63})
  void namesThatAreNotFoundRightlyAreReported(byte shift) throws IOException {
    SampleArchive.write(folder, SampleArchive.Layout.SEPARATE);
    Path file = folder.resolve("_0_Lucene90_0.dvm");
    byte[] sound = Files.readAllBytes(file);
    assertThat(Archive.verify(folder).isSound()).isTrue();
    List<String> expected = found();
    for (int i = 0; i + Integer.BYTES <= sound.length; i++) {
      if (sound[i] == SHIFT && sound[i + 1] == 0 && sound[i + 2] == 0 && sound[i + 3] == 0) {
        byte[] forged = sound.clone();
        forged[i] = shift;
        Forgery.write(file, forged);

        if (!found().equals(expected)) {
          assertThat(isReported()).as("byte %d", i).isTrue();
        }
      }
    }
  }

  private boolean isReported() {
    try {
      return !Archive.verify(folder).isSound();
    } catch (IOException | AssertionError e) {
      return true;
    }
  }

  /** {@return the numbers under which names are found in each field of the first segment} */
  private List<String> found() throws IOException {
    List<String> found = new ArrayList<>();
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader segment = reader.leaves().getFirst().reader();
      for (FieldInfo field : segment.getFieldInfos()) {
        if (field.getDocValuesType() == DocValuesType.SORTED_SET) {
          SortedSetDocValues names = DocValues.getSortedSet(segment, field.name);
          for (long i = 0; i < names.getValueCount(); i++) {
            BytesRef name = BytesRef.deepCopyOf(names.lookupOrd(i));
            found.add(field.name + " " + name.utf8ToString() + " " + names.lookupTerm(name));
          }
          for (String name : ABSENT) {
            found.add(field.name + " " + name + " " + names.lookupTerm(new BytesRef(name)));
          }
        }
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      // Tests run with the assertions of Lucene.
      found.add(e.toString());
    }
    return found;
  }
}
