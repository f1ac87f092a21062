package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of words and the requests for them. */
class WordListTest {

  @Test
  void frequencyIsPerMillionWords() {
    WordList.Entry entry = new WordList.Entry("the bridge", 3, 2, 1);
    WordList list =
        new WordList(Selection.of(Query.all()), WordListRequest.of(2), 4, 1_200, 1, List.of(entry));

    assertThat(list.perMillion(entry)).isEqualTo(2_500);
  }

  @Test
  void requestKeepsEachPart() {
    WordListRequest request =
        WordListRequest.of(3)
            .minimum(4)
            .excluding(Set.of("a", "b"))
            .excluding(Set.of("c"))
            .limit(9);

    assertThat(request).isEqualTo(new WordListRequest(3, 4, Set.of("a", "b", "c"), 9));
  }

  @Test
  void requestThatCannotBeAnsweredIsRefused() {
    assertThatThrownBy(() -> WordListRequest.of(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size of a sequence of words must be 1 to 5, but was 6");
    assertThatThrownBy(() -> WordListRequest.of(0)).hasMessageContaining("but was 0");
    assertThatThrownBy(() -> WordListRequest.of(1).minimum(0))
        .hasMessage("minimum of a list of words must be 1 or more, but was 0");
    assertThatThrownBy(() -> WordListRequest.of(1).limit(0))
        .hasMessage("limit of a list of words must be 1 or more, but was 0");
  }
}
