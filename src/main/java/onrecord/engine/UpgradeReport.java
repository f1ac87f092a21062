package onrecord.engine;

/**
 * What an upgrade of an archive did. Immutable.
 *
 * @param from the number of the archive's format before the upgrade
 * @param to the number of its format after the upgrade
 * @param articles the number of articles that were rebuilt; 0 if the format was already current
 */
public record UpgradeReport(int from, int to, long articles) {}
