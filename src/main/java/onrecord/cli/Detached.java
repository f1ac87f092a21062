package onrecord.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;

/** Reports the annotations whose quotations are no longer there. */
final class Detached {
  private Detached() {}

  /** {@return the number of these annotations} */
  static long count(Archive archive) throws IOException {
    try (Stream<RecordedAnnotation> all = archive.annotations()) {
      return all.filter(annotation -> annotation.standing() == Standing.DETACHED).count();
    }
  }

  /** {@return a sentence about these annotations; empty if there are none} */
  static Optional<String> message(long number) {
    return number == 0
        ? Optional.empty()
        : Optional.of(
            number == 1
                ? "1 annotation is on a quotation that its article no longer has; annotations"
                    + " --standing detached lists it."
                : number
                    + " annotations are on quotations that their articles no longer have; annotations"
                    + " --standing detached lists them.");
  }
}
