package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Speakers whose names match what a user has typed so far. Immutable.
 *
 * <p>Each word typed must be a prefix of a part of the name, in any order, ignoring case and
 * accents. One of the words, if it has three or more letters, may have a letter missing, added or
 * replaced, or two adjacent letters swapped. If no word is typed, every speaker is suggested.
 *
 * @param selection the quotations whose speakers are suggested
 * @param typed what was typed
 * @param found the number of speakers that match, of which {@code speakers} may contain only the
 *     first; exact
 * @param speakers the speakers, those that match without a typing error first; in each group by
 *     descending number of quotations and then by name
 */
public record Suggestions(Selection selection, String typed, int found, List<Suggestion> speakers) {

  /** The maximum number of words typed. */
  public static final int MAX_WORDS = 10;

  /** Copies the list. */
  public Suggestions {
    requireNonNull(selection, "selection");
    requireNonNull(typed, "typed");
    speakers = List.copyOf(speakers);
  }

  /**
   * A speaker whose name matches. Immutable.
   *
   * @param speaker the name, as accepted by {@link Query#speaker}
   * @param quotations the number of quotations of the speaker that the search finds, 1 or more;
   *     exact
   * @param exact whether the name matches without a typing error
   */
  public record Suggestion(String speaker, long quotations, boolean exact) {
    /** Validates that the name is not null. */
    public Suggestion {
      requireNonNull(speaker, "speaker");
    }
  }
}
