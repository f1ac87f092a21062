/** Tests of the command line. */
package onrecord.cli;
