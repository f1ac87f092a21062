package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class QuotationPartsTest {

  private static final Article ARTICLE =
      Article.builder(
              "gale-7", "The keeper spoke. \u201cWe \u20ac row \ud83d\ude00 now.\u201d ".repeat(9))
          .build();
  private static final ArticleReference REFERENCE = ArticleReference.of(ARTICLE);

  @Test
  void quotationsAreReadBackWhateverTheyHave() {
    Random random = new Random(20201122);
    for (int i = 0; i < 400; i++) {
      IndexedQuotation source = source(random);

      ReadQuotation read = read(QuotationParts.write(source), attribution(source));

      assertThat(read)
          .as("quotation %d", i)
          .isEqualTo(new ReadQuotation(source.quotation(), REFERENCE, source.sentences()));
    }
  }

  private static IndexedQuotation source(Random random) {
    return IndexedQuotation.of(ARTICLE, quotation(random), ArticleWords.of(ARTICLE.text()));
  }

  private static Attribution attribution(IndexedQuotation source) {
    return new Attribution(source.quotation().speaker().name(), source.quotation().rule());
  }

  private static ReadQuotation read(BytesRef parts, Attribution attribution) {
    ArticleContents article =
        ArticleContents.read(ArticleContents.write(ARTICLE), Fields.NONE, new TextBuffer());
    return QuotationParts.read(parts, Optional.of(attribution), article, Fields.NONE, Fields.NONE);
  }

  @Test
  void partsWithAnotherSpeakerOrRuleAreRejected() {
    IndexedQuotation source = source(new Random(20201122));
    BytesRef parts = QuotationParts.write(source);
    Attribution written = attribution(source);

    assertThat(read(parts, written).quotation()).isEqualTo(source.quotation());
    for (Attribution other :
        List.of(
            new Attribution("Ada Helm", written.rule()),
            new Attribution(written.speaker(), written.rule() + "r"),
            new Attribution(written.speaker() + written.rule(), ""))) {
      assertThatThrownBy(() -> read(parts, other)).isInstanceOf(IllegalStateException.class);
    }
  }

  private static int checksum(byte[] bytes, int length, IndexedQuotation source) {
    return PartsInput.checksum(new BytesRef(bytes, 0, length), Optional.of(attribution(source)));
  }

  private static Quotation quotation(Random random) {
    Quotation derived =
        Quotation.builder(ARTICLE, runs(random))
            .kind(any(random, QuotationKind.values()))
            .speaker(
                new Speaker(
                    "Ada Holm",
                    any(random, SpeakerType.values()),
                    maybe(random, "the keeper"),
                    maybe(random, "Q7"),
                    maybe(random, "H\u00f6lm")))
            .mention(maybe(random, new Span(4, 10)).orElse(null))
            .cue(maybe(random, new Span(11, 16)).orElse(null))
            .said(
                maybe(random, new Said(new Span(0, 3), maybe(random, PartialDate.parse("2020-11"))))
                    .orElse(null))
            .confidence(random.nextBoolean() ? random.nextInt(1001) / 1000.0 : random.nextDouble())
            .rule(random.nextBoolean() ? "none" : "cue-before")
            .about(random.nextBoolean() ? List.of() : List.of("Bo Lund", "Eddy Tarn"))
            .build();
    return random.nextInt(4) > 0 ? derived : withId(derived, "own-" + random.nextInt(9));
  }

  private static Quotation withId(Quotation q, String id) {
    return new Quotation(
        id,
        q.text(),
        q.kind(),
        q.runs(),
        q.speaker(),
        q.mention(),
        q.cue(),
        q.said(),
        q.confidence(),
        q.rule(),
        q.about(),
        q.fields());
  }

  /** {@return runs that do not cut the emoji, which would be stored otherwise} */
  private static List<Span> runs(Random random) {
    List<Span> runs = new ArrayList<>();
    int sentence = ARTICLE.text().length() / 9;
    for (int i = random.nextInt(9); runs.isEmpty() || (i < 9 && random.nextBoolean()); i++) {
      runs.add(new Span(i * sentence + 19, i * sentence + 26 + random.nextInt(2)));
    }
    return runs;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  @Test
  void alteredPartsAreRejected() {
    Random random = new Random(20201122);
    for (int i = 0; i < 2000; i++) {
      IndexedQuotation source = source(random);
      BytesRef parts = QuotationParts.write(source);
      byte[] bytes =
          Arrays.copyOf(parts.bytes, random.nextInt(4) > 0 ? parts.length : random.nextInt(9));
      if (bytes.length == parts.length) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }

      assertThatThrownBy(() -> read(new BytesRef(bytes), attribution(source)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void forgedPartsWithTheirChecksumAreRejectedOrReadAsOtherOnes() {
    Random random = new Random(20201122);
    int rejected = 0;
    for (int i = 0; i < 2000; i++) {
      IndexedQuotation source = source(random);
      BytesRef parts = QuotationParts.write(source);
      int length = random.nextInt(4) > 0 ? parts.length - Integer.BYTES : 9;
      byte[] bytes = Arrays.copyOf(parts.bytes, length + Integer.BYTES);
      bytes[random.nextInt(length)] = (byte) random.nextInt(256);
      BitUtil.VH_LE_INT.set(bytes, length, checksum(bytes, length, source));
      try {
        assertThat(read(new BytesRef(bytes), attribution(source)).quotation().runs()).isNotEmpty();
      } catch (IllegalStateException e) {
        rejected++;
      }
    }
    assertThat(rejected).isBetween(500, 1900);
  }
}
