package onrecord.extract;

import java.util.List;
import onrecord.model.KnownSpeaker;

/**
 * A name that matches several known speakers. Immutable.
 *
 * @param name the name, as it is on the list
 * @param candidates those it may mean, two or more, in the order of the list
 */
public record AmbiguousName(String name, List<KnownSpeaker> candidates) {

  /** Copies the list. */
  public AmbiguousName {
    candidates = List.copyOf(candidates);
  }
}
