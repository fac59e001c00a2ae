package org.tongchou.platform.command;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisKey;
import org.tongchou.platform.training.HisLine;
import picocli.CommandLine.Option;

/** Where a training hospital calls, and as whom. */
final class HisOptions {
    @Option(names = "--url", paramLabel = "地址", description = "平台地址（默认 http://127.0.0.1:8080）")
    private String url = "http://127.0.0.1:8080";

    @Option(names = "--institution", required = true, paramLabel = "编码", description = "定点医药机构编码，H 或 P 加 11 位数字")
    private String institution = "";

    @Option(names = "--area", paramLabel = "区划", description = "就医地医保区划（默认取机构编码中的地市四位加 00）")
    private @Nullable String area;

    @Option(names = "--style", paramLabel = "方式", description = "签名方式：apikey、tif、csb、sm2、none（默认 apikey）")
    private String style = "apikey";

    @Option(names = "--key-id", paramLabel = "标识", description = "访问标识：x-tif-paasid、_api_access_key 或 app_id")
    private String keyId = "";

    @Option(names = "--key", paramLabel = "密钥", description = "密钥；sm2 为私钥（十六进制）。建议用环境变量 TONGCHOU_HIS_KEY")
    private @Nullable String key;

    @Option(names = "--cipher", paramLabel = "密钥", description = "SM4 报文密钥；不填则 input 不加密")
    private String cipher = "";

    /** Code of the institution. */
    String institution() {
        return institution;
    }

    /** Whether it is a pharmacy. */
    boolean pharmacy() {
        return institution.startsWith("P");
    }

    /** The client. */
    HisClient client() {
        if (!institution.matches("[HP][0-9]{11}")) {
            throw new StartFailure("机构编码“" + institution + "”不可用，应为 H 或 P 加 11 位数字");
        }
        String given = key == null ? System.getenv("TONGCHOU_HIS_KEY") : key;
        if (given == null && !style.equals("none")) {
            throw new StartFailure("没有密钥：请用 --key 或环境变量 TONGCHOU_HIS_KEY 给出开通接入时得到的密钥");
        }
        HisKey proof = new HisKey(style, keyId, given == null ? "" : given);
        String region = area == null ? institution.substring(1, 5) + "00" : area;
        try {
            return new HisClient(
                    HisLine.of(url, institution, region, proof).withCipher(cipher),
                    HttpClient.newHttpClient(),
                    Clock.system(ZoneId.of("Asia/Shanghai")));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("地址“" + url + "”不可用，应为 http://主机:端口", e);
        }
    }
}
