package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Speakers whose name may be meant by what somebody has typed so far. Immutable.
 *
 * <p>Each word typed must begin a part of the name, in any order and without regard to case and
 * accents. In one word of three or more letters one may be missing, too many, wrong, or two that
 * stand side by side exchanged. Without a word, every speaker is suggested.
 *
 * @param typed what was typed
 * @param found how many speakers may be meant, of which {@code speakers} may hold only the first;
 *     exact
 * @param speakers those without a typing error first, then those with one; among each the most
 *     quoted first, equal ones by name
 */
public record Suggestions(String typed, int found, List<Suggestion> speakers) {

  /** How many words can be typed. */
  public static final int MAX_WORDS = 10;

  /** Copies the list. */
  public Suggestions {
    requireNonNull(typed, "typed");
    speakers = List.copyOf(speakers);
  }

  /**
   * A speaker who may be meant. Immutable.
   *
   * @param speaker the name as {@link Query#speaker} takes it
   * @param quotations how many quotations of the speaker the search finds, 1 or more; exact
   * @param exact whether the name holds what was typed without an error
   */
  public record Suggestion(String speaker, long quotations, boolean exact) {
    /** Checks that the name is not null. */
    public Suggestion {
      requireNonNull(speaker, "speaker");
    }
  }
}
