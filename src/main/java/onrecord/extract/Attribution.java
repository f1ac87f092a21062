package onrecord.extract;

/**
 * Who is found to have said a quoted stretch, and why.
 *
 * @param phrase the phrase that mentions the speaker, or {@link Phrases#NONE}
 * @param cue the unit of the cue, or -1
 * @param rule the rule that found it
 */
record Attribution(int phrase, int cue, Rule rule) {}
