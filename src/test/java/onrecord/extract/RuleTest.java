package onrecord.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds that no rule goes without tests of its own. */
class RuleTest {

  private static final Map<Rule, List<Class<?>>> TESTED =
      Stream.of(
              RuleInSentenceTest.class,
              RuleAroundSentenceTest.class,
              RuleOfReportTest.class,
              OtherLanguageTest.class)
          .flatMap(c -> Arrays.stream(c.getDeclaredClasses()))
          .filter(c -> c.isAnnotationPresent(OfRule.Tested.class))
          .collect(
              groupingBy(
                  c -> c.getAnnotation(OfRule.Tested.class).value(), TreeMap::new, toList()));

  @ParameterizedTest
  @EnumSource
  void eachHasTwoSentencesInWhichItSpeaksAndANearMiss(Rule rule) {
    List<String> tests =
        TESTED.getOrDefault(rule, List.of()).stream()
            .filter(OfRule.class::isAssignableFrom)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(m -> m.isAnnotationPresent(Test.class))
            .map(m -> m.getName().startsWith("isSilent") ? "silent" : "speaks")
            .toList();

    assertThat(tests).as("tests of %s", rule).contains("silent");
    assertThat(tests.stream().filter("speaks"::equals)).as("of %s", rule).hasSizeGreaterThan(1);
  }

  @Test
  void theLabelsDifferAndTheReliabilitiesAreShares() {
    List<Rule> rules = Arrays.asList(Rule.values());

    assertThat(rules).extracting(Rule::label).doesNotHaveDuplicates();
    assertThat(rules).allSatisfy(r -> assertThat(r.reliability()).isBetween(0.0, 1.0));
  }
}
