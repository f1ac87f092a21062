package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.Fields;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.schema.AnnotationLog.Additions;
import onrecord.schema.AnnotationLog.Original;
import onrecord.schema.AnnotationLog.Passage;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class AnnotationBytesTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
  private static final Speaker SPEAKER =
      new Speaker(
          "Ada H\u00f6lm",
          SpeakerType.PERSON,
          Optional.of("the keeper"),
          Optional.of("Q7"),
          Optional.of("Holm"),
          Fields.builder().name("party", "Mills").number("age", 52).build());
  private static final Passage PASSAGE =
      new Passage(
          0,
          "a#3",
          List.of(new Span(3, 5), new Span(9, 12)),
          List.of("so", "far"),
          "It ",
          " away \ud83d\ude00",
          Optional.of("a#3"));

  private static AnnotationLog log() {
    Additions additions = AnnotationLog.NONE.additions();
    additions.add(
        PASSAGE,
        new Label("stance", Fields.builder().name("x", "for").name("x", "mixed").build().of("x")),
        "ann",
        DAY);
    additions.add(PASSAGE, new Label("stance", List.of()), "ben", DAY);
    additions.add(PASSAGE, new Correction(Optional.of(SPEAKER)), "ann", DAY);
    additions.add(
        PASSAGE.at(Optional.empty()), new Correction(Optional.empty()), "ann", DAY.plusDays(1));
    AnnotationLog added = additions.log();
    return new AnnotationLog(
        added.passages(),
        added.entries(),
        List.of(
            new Original("a#3", SPEAKER, Optional.of(new Span(0, 2)), 0.1, "inverted", Fields.NONE),
            new Original("a#9", Speaker.UNKNOWN, Optional.empty(), 0, "none", SPEAKER.fields())));
  }

  @Test
  void annotationsAreReadAsTheyWereWritten() {
    AnnotationLog log = log();

    assertThat(log.entries()).hasSize(4);
    assertThat(AnnotationBytes.read(AnnotationBytes.write(log))).isEqualTo(log);
    assertThat(AnnotationBytes.read(AnnotationBytes.write(AnnotationLog.NONE)))
        .isEqualTo(AnnotationLog.NONE);
  }

  @Test
  void bytesThatWereAlteredOrCutAreRejected() {
    BytesRef bytes = AnnotationBytes.write(log());

    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      altered[i] ^= 4;
      BytesRef cut = new BytesRef(bytes.bytes, bytes.offset, i);
      assertThatThrownBy(() -> AnnotationBytes.read(new BytesRef(altered)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> AnnotationBytes.read(cut)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anArticleHasALimitedNumberOfAnnotations() {
    Additions additions = AnnotationLog.NONE.additions();
    for (int i = 0; i < AnnotationLog.MAX_ENTRIES; i++) {
      additions.add(PASSAGE, new Label("stance", List.of()), "coder " + i, DAY);
    }

    assertThatThrownBy(() -> additions.add(PASSAGE, new Label("stance", List.of()), "ann", DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an article must have at most 20000 annotations, but has as many already");
  }
}
