package onrecord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Holds the plan of the house: which package may know which, and what may be where. The calls that
 * are forbidden are listed in {@code src/build/forbidden-in-the-library.txt}, and the build checks
 * them.
 */
class HouseTest {

  private static final String ROOT = "onrecord";

  /** What each package may depend on. A package that is not listed must not exist. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("text", Set.of("model")),
          Map.entry("model", Set.of()),
          Map.entry("syntax", Set.of()),
          Map.entry("query", Set.of("model", "syntax")),
          Map.entry("engine", Set.of("model", "query")),
          Map.entry("extract", Set.of("model", "text")),
          Map.entry("html", Set.of("model", "text")),
          Map.entry("source", Set.of("model", "text", "html")),
          Map.entry("format", Set.of("model", "text", "query")),
          Map.entry("schema", Set.of("model", "text", "query")),
          Map.entry("index", Set.of("model", "text", "engine", "schema")),
          Map.entry("lucene", Set.of("model", "query", "engine", "schema", "index", "search")),
          Map.entry("search", Set.of("model", "text", "query", "engine", "schema")),
          Map.entry("", Set.of("model", "source", "extract", "query", "engine", "lucene")),
          Map.entry("page", Set.of("model", "query")),
          Map.entry("report", Set.of("", "model", "query", "engine", "page")),
          Map.entry("serve", Set.of("", "model", "query", "engine", "format", "page", "report")),
          Map.entry("opensearch", Set.of("model", "query", "engine")),
          Map.entry(
              "cli",
              Set.of(
                  "", "model", "text", "html", "source", "format", "extract", "query", "engine",
                  "report", "serve")),
          Map.entry("launch", Set.of("cli")));

  private static final Set<String> STANDING =
      Set.of(
          "", "model", "text", "html", "source", "format", "extract", "syntax", "query", "engine",
          "schema", "index", "search", "lucene", "page", "report", "serve", "cli", "launch");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final ModuleDescriptor MODULE =
      ModuleFinder.of(Path.of("target", "classes")).find(ROOT).orElseThrow().descriptor();

  @Test
  void thePackagesAreThoseOfThePlan() {
    Set<String> seen = HOUSE.stream().map(HouseTest::packageOf).collect(Collectors.toSet());

    assertThat(HOUSE).hasSizeGreaterThan(10);
    assertThat(seen).containsAll(STANDING);
    assertThat(ARROWS.keySet()).containsAll(seen);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void arrowsRunAsDrawn() {
    Set<String> wrong =
        HOUSE.stream()
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> isOurs(d.getTargetClass()))
            .filter(d -> {
              String from = packageOf(d.getOriginClass());
              String to = packageOf(d.getTargetClass());
              return !from.equals(to) && !ARROWS.getOrDefault(from, Set.of()).contains(to);
            })
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(wrong).isEmpty();
  }

  @Test
  void luceneIsUsedInTheIndexingPackagesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".text..",
            ROOT + ".syntax..",
            ROOT + ".schema..",
            ROOT + ".index..",
            ROOT + ".search..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(HOUSE);
  }

  @Test
  void theModelKnowsTheJdkAndGuavaAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            ROOT + ".model..",
            "com.google.common..",
            "com.google.errorprone.annotations..",
            "org.jspecify.annotations..")
        .check(HOUSE);
  }

  @Test
  void whatIsExportedShowsOnlyTheJdkAndWhatIsExported() {
    Set<String> exported =
        MODULE.exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    List<JavaClass> visible =
        HOUSE.stream()
            .filter(c -> exported.contains(c.getPackageName()))
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .toList();

    Set<String> wrong = new TreeSet<>();
    for (JavaClass c : visible) {
      for (JavaClass type : shown(c)) {
        String name = type.getBaseComponentType().getPackageName();
        if (!type.getBaseComponentType().isPrimitive()
            && !name.startsWith("java.")
            && !exported.contains(name)) {
          wrong.add(c.getName() + " shows " + type.getName());
        }
      }
    }

    assertThat(exported).contains(ROOT + ".model", ROOT + ".extract");
    assertThat(visible).hasSizeGreaterThan(5);
    assertThat(wrong).isEmpty();
  }

  /** The types in the declaration of a class and of its public and protected members. */
  private static List<JavaClass> shown(JavaClass c) {
    List<JavaType> types = new ArrayList<>(c.getInterfaces());
    c.getSuperclass().ifPresent(types::add);
    for (JavaMember member : c.getMembers()) {
      Set<JavaModifier> modifiers = member.getModifiers();
      if (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED)) {
        if (member instanceof JavaField field) {
          types.add(field.getType());
        }
        if (member instanceof JavaCodeUnit method) {
          types.add(method.getReturnType());
          types.addAll(method.getParameterTypes());
          types.addAll(method.getExceptionTypes());
        }
      }
    }
    return types.stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()).toList();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        HOUSE.stream()
            .map(JavaClass::getPackage)
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .filter(name -> !name.equals(ROOT + ".launch"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
  }

  private static boolean isOurs(JavaClass c) {
    return c.getPackageName().equals(ROOT) || c.getPackageName().startsWith(ROOT + ".");
  }

  /** The package without the root's name: "" for the root, "model" for {@code onrecord.model}. */
  private static String packageOf(JavaClass c) {
    String name = c.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
