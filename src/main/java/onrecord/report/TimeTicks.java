package onrecord.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onrecord.query.TimeStep;

/**
 * The ticks of an axis of time: the closest ones whose labels do not overlap, at the beginnings of
 * days, months or years of a kind that people count by.
 */
final class TimeTicks {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final double GAP = 12;

  private static final List<Every> ALL =
      List.of(
          new Every(TimeStep.DAY, 1),
          new Every(TimeStep.DAY, 2),
          new Every(TimeStep.DAY, 7),
          new Every(TimeStep.DAY, 14),
          new Every(TimeStep.MONTH, 1),
          new Every(TimeStep.MONTH, 3),
          new Every(TimeStep.MONTH, 6),
          new Every(TimeStep.YEAR, 1),
          new Every(TimeStep.YEAR, 2),
          new Every(TimeStep.YEAR, 5),
          new Every(TimeStep.YEAR, 10),
          new Every(TimeStep.YEAR, 20),
          new Every(TimeStep.YEAR, 50),
          new Every(TimeStep.YEAR, 100),
          new Every(TimeStep.YEAR, 200),
          new Every(TimeStep.YEAR, 500),
          new Every(TimeStep.YEAR, 1000),
          new Every(TimeStep.YEAR, 10_000));

  private TimeTicks() {}

  /**
   * A tick.
   *
   * @param column the index of the column that it marks
   * @param label its label
   */
  record Tick(int column, String label) {}

  /** A period that ticks are apart. */
  private record Every(TimeStep unit, int number) {

    /** {@return the number of the period that contains a day} */
    long index(LocalDate day) {
      return switch (unit) {
        case DAY, WEEK -> Math.floorDiv(day.toEpochDay() + 3, (long) number);
        case MONTH, QUARTER, YEAR, DECADE ->
            Math.floorDiv(day.getYear() * 12 + day.getMonthValue() - 1, months());
      };
    }

    boolean isFinerThan(TimeStep step) {
      return months() < new Every(step, 1).months();
    }

    /** {@return the length in months, 0 if it is less than one} */
    private int months() {
      return number
          * switch (unit) {
            case DAY, WEEK -> 0;
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case DECADE -> 120;
          };
    }

    String label(LocalDate day, boolean year) {
      String month = month(day).substring(0, 3);
      String suffix = year ? " " + day.getYear() : "";
      return switch (unit) {
        case DAY, WEEK -> day.getDayOfMonth() + " " + month + suffix;
        case MONTH, QUARTER -> month + suffix;
        case YEAR, DECADE -> String.valueOf(day.getYear());
      };
    }
  }

  private static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1);
  }

  /** {@return when something happened, such as "in May 2020"} */
  static String during(LocalDate first, TimeStep step) {
    String day = first.getDayOfMonth() + " " + month(first) + " " + first.getYear();
    return switch (step) {
      case DAY -> "on " + day;
      case WEEK -> "in the week from " + day;
      case MONTH -> "in " + month(first) + " " + first.getYear();
      case QUARTER -> "in the quarter from " + month(first) + " " + first.getYear();
      case YEAR -> "in " + first.getYear();
      case DECADE -> "in the " + first.getYear() + "s";
    };
  }

  /**
   * {@return the ticks of an axis}
   *
   * @param columns the first days of its columns, in their order
   * @param width the width of a column in pixels
   * @param step the length of the columns
   */
  static List<Tick> of(List<LocalDate> columns, double width, TimeStep step) {
    List<Tick> ticks = List.of();
    for (Every every : ALL) {
      if (!every.isFinerThan(step)) {
        ticks = ticks(columns, every);
        if (fits(ticks, width)) {
          return ticks;
        }
      }
    }
    return ticks;
  }

  private static List<Tick> ticks(List<LocalDate> columns, Every every) {
    List<Tick> ticks = new ArrayList<>();
    int year = Integer.MIN_VALUE;
    for (int i = 0; i < columns.size(); i++) {
      LocalDate day = columns.get(i);
      LocalDate before = i == 0 ? day.minusDays(1) : columns.get(i - 1);
      if (every.index(day) != every.index(before)) {
        ticks.add(new Tick(i, every.label(day, day.getYear() != year)));
        year = day.getYear();
      }
    }
    if (ticks.isEmpty()) {
      ticks.add(new Tick(0, new Every(TimeStep.DAY, 1).label(columns.get(0), true)));
    }
    return ticks;
  }

  private static boolean fits(List<Tick> ticks, double width) {
    for (int i = 1; i < ticks.size(); i++) {
      double room = (ticks.get(i).column() - ticks.get(i - 1).column()) * width;
      double needed =
          (Lettering.QUIET.width(ticks.get(i - 1).label())
                  + Lettering.QUIET.width(ticks.get(i).label()))
              / 2;
      if (room < needed + GAP) {
        return false;
      }
    }
    return true;
  }
}
