package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void whatNamesNothingIsNamed() {
    IOException full = new IOException("No space left on device");

    assertThat(Failures.of("the archive", full))
        .hasMessage("the archive: No space left on device")
        .hasCause(full);
  }

  @Test
  void whatIsNamedOrOfAKindOfItsOwnStays() {
    IOException named = new IOException("the archive is damaged");
    IOException other = new NoSuchFileException("segments_1");

    assertThat(Failures.of("the archive", named)).isSameAs(named);
    assertThat(Failures.of("the archive", other)).isSameAs(other);
  }
}
