package org.tongchou.platform.command;

import picocli.CommandLine.Command;

/** {@code tongchou region}: what is done to a whole pooling region. */
@Command(name = "region", description = "统筹区：用 region create 生成合成的统筹区 (make a synthetic pooling region)")
final class RegionCommand {}
