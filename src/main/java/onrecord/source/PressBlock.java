package onrecord.source;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * A block of a printed document: lines in the middle of the page, or paragraphs at its left margin.
 *
 * @param placement where on the page it is
 * @param lines the lines in the middle, or else the paragraphs, without the blanks around them;
 *     none of them is empty
 */
record PressBlock(Placement placement, List<String> lines) {

  /** Where on the page a block is. */
  enum Placement {
    CENTERED,
    LEFT
  }

  PressBlock {
    lines = ImmutableList.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a block must have lines");
    }
  }

  /** {@return whether the block is in the middle of the page} */
  boolean isCentered() {
    return placement == Placement.CENTERED;
  }

  /** {@return the first line or paragraph} */
  String first() {
    return lines.getFirst();
  }

  /** {@return the lines or paragraphs, joined by blanks} */
  String joined() {
    return String.join(" ", lines);
  }

  /** {@return the label in capitals and the value of the block; empty if it has none} */
  Optional<PressLabel.Labelled> labelled() {
    return PressLabel.labelled(first()).filter(PressLabel.Labelled::isInCapitals);
  }

  /** {@return what the block is labelled as; empty without a known label} */
  Optional<PressLabel> label() {
    return labelled()
        .flatMap(labelled ->
            labelled
                .label()
                .filter(label -> label != PressLabel.LENGTH || Press.isLength(labelled.value())));
  }
}
