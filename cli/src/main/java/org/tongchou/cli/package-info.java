/**
 * The command line (命令行): audit, publish, compare, checks, classification, examples.
 *
 * <p>Parses arguments, runs the engines over files, prints what they say, and turns it into an exit code: {@link
 * org.tongchou.cli.ExitCode}. Knows no rule of accounts itself.
 */
@NullMarked
package org.tongchou.cli;

import org.jspecify.annotations.NullMarked;
