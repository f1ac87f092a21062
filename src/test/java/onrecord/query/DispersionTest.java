package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DispersionTest {

  private static Dispersion of(Dispersion.Part... parts) {
    return new Dispersion(
        Selection.of(Query.all()),
        new DispersionRequest(Query.words("a"), new CorpusParts.Values(Facet.OUTLET)),
        9,
        List.of(parts));
  }

  @Test
  void normalizedDeviationReachesOne() {
    Dispersion all = of(new Dispersion.Part("a", 20, 0), new Dispersion.Part("b", 5, 3));
    Dispersion even = of(new Dispersion.Part("a", 20, 4), new Dispersion.Part("b", 5, 1));

    assertThat(all.dp()).hasValueCloseTo(0.8, within(1e-12));
    assertThat(all.dpNorm()).hasValueCloseTo(1.0, within(1e-12));
    assertThat(all.range()).isEqualTo(1);
    assertThat(even.dp()).hasValueCloseTo(0.0, within(1e-12));
    assertThat(even.dpNorm()).hasValueCloseTo(0.0, within(1e-12));
  }

  @Test
  void deviationOfNothingOrInOnePartIsNotDefined() {
    assertThat(of().dp()).isEmpty();
    assertThat(of(new Dispersion.Part("a", 20, 0)).dp()).isEmpty();
    assertThat(of(new Dispersion.Part("a", 20, 2)).dp()).hasValue(0);
    assertThat(of(new Dispersion.Part("a", 20, 2)).dpNorm()).isEmpty();
  }

  @Test
  void partsAndDivisionsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Dispersion.Part("a", 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but had 0 and 0");
    assertThatThrownBy(() -> new Dispersion.Part("a", 2, 3)).hasMessageContaining("2 and 3");
    assertThatThrownBy(() -> new CorpusParts.Values(Facet.SAID))
        .hasMessage("values of facet said are dates; request periods instead");
    assertThatThrownBy(() -> new CorpusParts.Periods(Facet.OUTLET, TimeStep.DAY))
        .hasMessage("values of facet outlet must be dates to be divided into periods");
  }
}
