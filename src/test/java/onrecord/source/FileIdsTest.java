package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileIdsTest {

  private final FileIds ids = new FileIds();

  @Test
  void anIdBelongsToTheFirstFileThatClaimsIt() {
    assertThat(ids.claim("x", "/x.txt")).isTrue();
    assertThat(ids.claim("x", "/x.txt")).isTrue();
    assertThat(ids.claim("x", "/x.md")).isFalse();
    assertThat(ids.claim("y", "/y.txt")).isTrue();
  }

  @Test
  void everyIdIsRemembered() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(ids.claim("id" + i, "a/" + i)).isTrue();
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(ids.claim("id" + i, "a/" + i)).isTrue();
      assertThat(ids.claim("id" + i, "b/" + i)).isFalse();
    }
  }
}
