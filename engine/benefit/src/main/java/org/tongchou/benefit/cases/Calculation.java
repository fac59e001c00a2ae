package org.tongchou.benefit.cases;

import java.util.Map;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.policy.PolicyPack;

/** A calculator with the inputs that a case gives it. */
@FunctionalInterface
public interface Calculation {
    /** Computes; what comes out is named as cases expect it: amounts in yuan, days, words, 是 and 否. */
    Result<Map<String, String>> on(PolicyPack pack);
}
