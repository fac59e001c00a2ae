package org.tongchou.platform.command;

import picocli.CommandLine.Command;

/** {@code tongchou his}: calls a platform as a hospital or pharmacy does. */
@Command(
        name = "his",
        description = {
            "模拟医院：经国家接口向一个平台办理就诊 (a training hospital that speaks the national interface)",
            "his settle 办一次就诊并结算；his day 办一天的就诊并对账。密钥从 --key 或环境变量 TONGCHOU_HIS_KEY 读取。"
        })
final class HisCommand {}
