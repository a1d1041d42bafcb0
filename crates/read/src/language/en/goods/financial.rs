//! Money, by the names of what is given.

use crate::language::goods::GoodsClass::Financial;
use crate::language::goods::{GoodsKind, GoodsRow};

const ANY: GoodsKind = GoodsKind::of(Financial);

pub(super) const ROWS: &[GoodsRow] = &[(
    ANY,
    "loan, soft loan, concessional loan, bank loan, bridging loan, bridge loan, emergency loan, low interest loan, interest free loan, war loan, \
     credit, export credit, line of credit, credit line, trade credit, credit facility, loan facility, loan tranche, tranche, \
     grant, cash grant, subsidy, financial aid, financial assistance, financial support, financial help, financial package, \
     financial lifeline, economic aid, economic assistance, economic support, economic package, budget support, budget aid, budgetary aid, budgetary support, \
     macro financial assistance, bailout, rescue package, bail out, rescue loan, cash, money, funds, funding, finance, financing, \
     payment, down payment, advance payment, cash payment, instalment|installment, deposit, bank deposit, central bank deposit, \
     bond, government bond, treasury bond, war bond, eurobond, debt, debt relief, gold, gold bar, gold bullion, bullion, remittance, ransom, \
     tribute, wage, salary, compensation, reparation, reparations, donation, cash donation, contribution, financial contribution, bribe, stipend, subvention, \
     foreign currency, hard currency, currency, currency swap, swap line, foreign exchange, cryptocurrency, bitcoin, cash injection, \
     investment, equity, dividend, royalty, transit fee, fee, debt payment, banknote, aid money, aid fund, budget fund, development aid, development assistance, \
     reconstruction aid, reconstruction fund, loan guarantee, credit guarantee, frozen asset, proceeds, monetary aid, cash aid, pension payment, money transfer",
)];
