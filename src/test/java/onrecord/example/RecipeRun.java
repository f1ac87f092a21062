package onrecord.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import onrecord.Archive;

/** A recipe in Java: its source, and what it prints. */
public enum RecipeRun {
  /** The share of women among the quoted. */
  WOMEN(Recipes::women),
  /** Who is quoted on a topic. */
  TOPIC(Recipes::topic),
  /** The words of a politician against those of another. */
  KEYWORDS(Recipes::keywords),
  /** The spread of a wire story. */
  WORDINGS(Recipes::wordings),
  /** The error rates of a coded sample. */
  ERRORS(Recipes::errors);

  private static final Path SOURCE =
      Path.of("src", "test", "java", "onrecord", "example", "Recipes.java");

  private final Recipe recipe;

  RecipeRun(Recipe recipe) {
    this.recipe = recipe;
  }

  /** Runs a recipe. */
  @FunctionalInterface
  private interface Recipe {
    void run(Recipes recipes) throws IOException;
  }

  /** {@return the source of the recipe} */
  public String source() throws IOException {
    String source = Files.readString(SOURCE);
    String name = name().toLowerCase(Locale.ROOT);
    int start = source.indexOf("// begin " + name + "\n");
    return source
            .substring(source.indexOf('\n', start) + 1, source.indexOf("    // end " + name + "\n"))
            .stripTrailing()
            .stripIndent()
        + "\n";
  }

  /** {@return what the recipe prints about an archive and the files in a folder} */
  public String output(Archive archive, Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    recipe.run(new Recipes(archive, folder, new PrintStream(out, true, UTF_8)));
    return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
