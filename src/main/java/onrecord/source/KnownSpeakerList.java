package onrecord.source;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import onrecord.model.KnownSpeaker;

/**
 * A list of known speakers that was read from a file. Immutable.
 *
 * @param speakers the known speakers, in the order of the file
 * @param unusedFields the columns or fields that have values which the speakers do not hold, in the
 *     order of the file
 */
public record KnownSpeakerList(List<KnownSpeaker> speakers, Set<String> unusedFields) {
  /** Copies the components. */
  public KnownSpeakerList {
    speakers = List.copyOf(speakers);
    unusedFields = ImmutableSet.copyOf(unusedFields);
  }
}
