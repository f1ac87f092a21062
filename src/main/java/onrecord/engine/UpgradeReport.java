package onrecord.engine;

import onrecord.Archive;

/**
 * What {@link Archive#upgrade} did. Immutable.
 *
 * @param from the number of the archive's format before
 * @param to the number of its format now
 * @param articles how many articles were rebuilt; none if the format was the present one
 */
public record UpgradeReport(int from, int to, long articles) {}
