/** Tests of the launcher of the command line. */
package onrecord.launch;
