package onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colors of the style sheets: whether they can be seen, and told apart. */
class StyleTest {

  private static final Pattern ROOT = Pattern.compile(":root\\{([^}]*)\\}");
  private static final Pattern COLOR = Pattern.compile("--([a-z0-9]+):(#[0-9a-f]{3,6})");

  /** The colors of Okabe and Ito (2008), without black. */
  private static final Set<String> TOLD_APART =
      Set.of("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7");

  /** The colors of each scheme by name: light, dark and print. */
  private static List<Map<String, String>> schemes() {
    List<Map<String, String>> schemes = new ArrayList<>();
    Matcher root = ROOT.matcher(Style.CHART.rules());
    while (root.find()) {
      Map<String, String> colors = new HashMap<>();
      Matcher color = COLOR.matcher(root.group(1));
      while (color.find()) {
        colors.put(color.group(1), color.group(2));
      }
      schemes.add(colors);
    }
    return schemes;
  }

  @Test
  void textAndShapesContrastWithThePaperInEveryScheme() {
    assertThat(schemes())
        .hasSize(3)
        .allSatisfy(colors -> {
          for (String text : List.of("ink", "quiet")) {
            assertThat(contrast(colors, text)).as("%s of %s", text, colors).isGreaterThan(4.5);
          }
          for (String shape : List.of("c0", "c1", "c2", "none")) {
            assertThat(contrast(colors, shape)).as("%s of %s", shape, colors).isGreaterThan(3);
          }
        });
  }

  @Test
  void colorsOfSeriesAreThoseThatColorBlindPeopleTellApart() {
    assertThat(schemes())
        .allSatisfy(colors ->
            assertThat(TOLD_APART).contains(colors.get("c0"), colors.get("c1"), colors.get("c2")));
  }

  @Test
  void textOnTheDarkestCellOfAMatrixIsLegible() {
    assertThat(schemes())
        .allSatisfy(colors -> {
          double[] paper = rgb(colors, "paper");
          double[] shape = rgb(colors, "c0");
          double[] cell = new double[3];
          for (int i = 0; i < 3; i++) {
            cell[i] = 0.6 * paper[i] + 0.4 * shape[i];
          }
          assertThat(ratio(luminance(rgb(colors, "ink")), luminance(cell))).isGreaterThan(4.5);
        });
  }

  @Test
  void aPolicyNamesAStyleSheetByItsHash() {
    assertThat(Style.hash("")).isEqualTo("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  private static double contrast(Map<String, String> colors, String name) {
    return ratio(luminance(rgb(colors, name)), luminance(rgb(colors, "paper")));
  }

  /** The contrast ratio as WCAG 2 defines it. */
  private static double ratio(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(double[] rgb) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private static double[] rgb(Map<String, String> colors, String name) {
    String hex = colors.getOrDefault(name, "").toLowerCase(Locale.ROOT).substring(1);
    int digits = hex.length() / 3;
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      String part = hex.substring(i * digits, (i + 1) * digits);
      rgb[i] = Integer.parseInt(digits == 1 ? part + part : part, 16) / 255.0;
    }
    return rgb;
  }
}
