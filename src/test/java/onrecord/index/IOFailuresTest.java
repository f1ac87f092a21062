package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IOFailuresTest {

  @Test
  void addsTheNameToAFailure() {
    IOException full = new IOException("No space left on device");

    assertThat(IOFailures.naming("the archive", full))
        .hasMessage("the archive: No space left on device")
        .hasCause(full);
  }

  @Test
  void keepsAFailureWithTheNameOrOfASubclass() {
    IOException named = new IOException("the archive is damaged");
    IOException other = new NoSuchFileException("segments_1");

    assertThat(IOFailures.naming("the archive", named)).isSameAs(named);
    assertThat(IOFailures.naming("the archive", other)).isSameAs(other);
  }
}
