import type { DealScript } from '../script';
import { belmontBroker } from './belmont-broker';
import { belmontClaims } from './belmont-claims';
import { belmontFinanceWarehouse } from './belmont-finance-warehouse';
import { belmontSupport } from './belmont-support';
import { calderPayroll } from './calder-payroll';
import { calderRebates } from './calder-rebates';
import { calderTraceability } from './calder-traceability';
import { harbourArchive } from './harbour-archive';
import { harbourFees } from './harbour-fees';
import { harbourPractice } from './harbour-practice';
import { kestrelNonconformance } from './kestrel-nonconformance';
import { kestrelShopFloor } from './kestrel-shop-floor';
import { kestrelSpares } from './kestrel-spares';
import { lumenAssetRegister } from './lumen-asset-register';
import { lumenFieldWork } from './lumen-field-work';
import { lumenOutage } from './lumen-outage';
import { meridianComplaints } from './meridian-complaints';
import { meridianDistributors } from './meridian-distributors';
import { meridianTechnicians } from './meridian-technicians';
import { meridianForecast } from './meridian-forecast';
import { nordwindDriverApp } from './nordwind-driver-app';
import { nordwindEdi } from './nordwind-edi';
import { nordwindOrderToCash } from './nordwind-order-to-cash';
import { nordwindRotterdam } from './nordwind-rotterdam';
import { ostaraLab } from './ostara-lab';
import { ostaraProcurement } from './ostara-procurement';
import { ostaraRoster } from './ostara-roster';
import { plainsDealers } from './plains-dealers';
import { plainsGrower } from './plains-grower';
import { plainsLots } from './plains-lots';
import { rheinauePlatform } from './rheinaue-platform';
import { rheinauePortal } from './rheinaue-portal';
import { rheinaueWater } from './rheinaue-water';
import { torreReporting } from './torre-reporting';
import { torreSiteCosts } from './torre-site-costs';
import { torreSubcontractors } from './torre-subcontractors';
import { verlaineLoyalty } from './verlaine-loyalty';
import { verlaineStaffing } from './verlaine-staffing';
import { verlaineStock } from './verlaine-stock';
import { verlaineWholesale } from './verlaine-wholesale';

/** The forty deals of the firm, by account. */
export const DEALS: readonly DealScript[] = [
  nordwindDriverApp,
  nordwindEdi,
  nordwindOrderToCash,
  nordwindRotterdam,
  belmontBroker,
  belmontClaims,
  belmontFinanceWarehouse,
  belmontSupport,
  verlaineLoyalty,
  verlaineStaffing,
  verlaineStock,
  verlaineWholesale,
  kestrelNonconformance,
  kestrelShopFloor,
  kestrelSpares,
  ostaraLab,
  ostaraProcurement,
  ostaraRoster,
  torreReporting,
  torreSiteCosts,
  torreSubcontractors,
  plainsDealers,
  plainsGrower,
  plainsLots,
  lumenAssetRegister,
  lumenFieldWork,
  lumenOutage,
  rheinauePlatform,
  rheinauePortal,
  rheinaueWater,
  harbourArchive,
  harbourFees,
  harbourPractice,
  calderPayroll,
  calderRebates,
  calderTraceability,
  meridianComplaints,
  meridianDistributors,
  meridianTechnicians,
  meridianForecast,
];
