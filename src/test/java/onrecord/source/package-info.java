/** Tests of reading articles. */
package onrecord.source;
