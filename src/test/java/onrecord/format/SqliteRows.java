package onrecord.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of a database. */
final class SqliteRows {

  private SqliteRows() {}

  /** {@return the rows that a query finds; null is "null"} */
  static List<List<String>> of(Path file, String query) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
