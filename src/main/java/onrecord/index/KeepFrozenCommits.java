package onrecord.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.schema.FrozenCommit;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/**
 * Keeps the last commit and those that its user data lists as frozen, and deletes all others. Since
 * the list is part of the last commit, whatever ends a process leaves either the old list with its
 * commits or the new one. Stateless.
 */
final class KeepFrozenCommits extends IndexDeletionPolicy {

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    if (commits.isEmpty()) {
      return;
    }
    IndexCommit last = commits.getLast();
    Set<Long> frozen =
        FrozenCommit.listedIn(last.getUserData()).values().stream()
            .map(FrozenCommit::generation)
            .collect(Collectors.toSet());
    for (IndexCommit commit : commits) {
      if (commit.getGeneration() != last.getGeneration()
          && !frozen.contains(commit.getGeneration())) {
        commit.delete();
      }
    }
  }
}
