package onrecord.index;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.engine.FrozenState;
import onrecord.schema.FrozenCommit;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;

/** The states of an archive that are kept under names. Immutable. */
final class FrozenStates {

  private final String archive;
  private final IndexCommit last;
  private final Map<String, FrozenCommit> frozen;
  private final Map<Long, IndexCommit> commits;

  private FrozenStates(String archive, List<IndexCommit> all) throws IOException {
    this.archive = archive;
    this.last = all.getLast();
    this.frozen = FrozenCommit.listedIn(last.getUserData());
    this.commits = new HashMap<>();
    all.forEach(commit -> commits.put(commit.getGeneration(), commit));
  }

  /**
   * {@return the states of the archive in a directory}
   *
   * @param archive the name of the archive in messages
   * @throws IOException if there is no archive, or it cannot be read
   */
  static FrozenStates in(Directory directory, String archive) throws IOException {
    return new FrozenStates(archive, DirectoryReader.listCommits(StaleCommits.hiddenIn(directory)));
  }

  /**
   * {@return the commit that holds a state}
   *
   * @throws IOException if there is no state with this name
   */
  IndexCommit commit(String name) throws IOException {
    Optional<IndexCommit> commit =
        Optional.ofNullable(frozen.get(name)).map(state -> commits.get(state.generation()));
    return commit.orElseThrow(() ->
        new IOException(
            archive
                + " has no frozen state '"
                + name
                + "'"
                + (present().isEmpty()
                    ? "; 'onrecord freeze' makes one"
                    : ", but " + String.join(", ", names()))));
  }

  private List<String> names() {
    return present().stream().map(FrozenCommit::name).toList();
  }

  /** {@return the states whose commits are here; a backup lists those of its archive as well} */
  private List<FrozenCommit> present() {
    return frozen.values().stream()
        .filter(state -> commits.containsKey(state.generation()))
        .toList();
  }

  /**
   * {@return all states, in the order of their names}
   *
   * @throws IOException if a file of theirs cannot be read
   */
  List<FrozenState> list() throws IOException {
    Multiset<String> uses = HashMultiset.create(last.getFileNames());
    List<FrozenCommit> present = present();
    for (FrozenCommit state : present) {
      if (state.generation() != last.getGeneration()) {
        uses.addAll(commitOf(state).getFileNames());
      }
    }
    List<FrozenState> states = new ArrayList<>();
    for (FrozenCommit state : present) {
      IndexCommit commit = commitOf(state);
      long bytes = 0;
      for (String file : commit.getFileNames()) {
        if (uses.count(file) == 1) {
          bytes += commit.getDirectory().fileLength(file);
        }
      }
      Stamp stamp = Stamp.read(commit.getUserData(), archive);
      states.add(new FrozenState(state.name(), state.day(), stamp.format(), bytes));
    }
    return states;
  }

  private IndexCommit commitOf(FrozenCommit state) throws IOException {
    return commit(state.name());
  }
}
