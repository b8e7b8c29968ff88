import { hasAll, hasAny, type ColumnRole, type TableFormat } from './format';

const role = (name: string, label: string, ...headers: string[]): ColumnRole => ({ role: name, label, headers });

/** Xero, Business › Invoices › Export: 44 columns, one row per line; the import template has the same names. */
const XERO_ROLES: readonly ColumnRole[] = [
  role('client', 'Client', 'contactname', 'contact name'),
  role('number', 'Invoice number', 'invoicenumber', 'invoice number'),
  role('reference', 'Reference', 'reference'),
  role('issued', 'Issued', 'invoicedate', 'invoice date'),
  role('due', 'Due', 'duedate', 'due date'),
  role('total', 'Total (of the invoice)', 'total'),
  role('taxTotal', 'Tax (of the invoice)', 'taxtotal', 'tax total'),
  role('paid', 'Paid (of the invoice)', 'invoiceamountpaid', 'amount paid'),
  role('text', 'Text', 'description'),
  role('quantity', 'Quantity', 'quantity'),
  role('unit', 'Price of one', 'unitamount', 'unit amount'),
  role('discount', 'Discount (%)', 'discount'),
  role('amount', 'Amount of the line', 'lineamount', 'line amount'),
  role('tax', 'Tax of the line', 'taxamount', 'tax amount'),
  role('trackingName1', 'Tracking 1', 'trackingname1'),
  role('trackingOption1', 'Tracking option 1', 'trackingoption1'),
  role('trackingName2', 'Tracking 2', 'trackingname2'),
  role('trackingOption2', 'Tracking option 2', 'trackingoption2'),
  role('currency', 'Currency', 'currency'),
  role('type', 'Kind', 'type'),
  role('status', 'Status', 'status'),
];

export const XERO_INVOICES: TableFormat = {
  source: 'xero-invoices',
  system: 'xero',
  label: 'Xero invoices',
  systemLabel: 'Xero',
  type: 'invoice',
  roles: XERO_ROLES,
  dates: ['issued', 'due'],
  numbers: ['amount', 'total', 'taxTotal', 'paid', 'tax', 'unit', 'quantity', 'discount'],
  recognises: (names) => hasAll(names, 'contactname', 'invoicenumber') && hasAny(names, 'lineamount', 'unitamount'),
};

/** QuickBooks Online in its three shapes and in the languages that it is sold in. */
const QUICKBOOKS_ROLES: readonly ColumnRole[] = [
  role(
    'number',
    'Invoice number',
    ...['invoiceno', 'invoice no', 'invoice number', 'invoice', 'num', 'no', 'doc num', 'ref no'],
    ...['rechnungsnummer', 'rechnungsnr', 'rechnung nr', 'nr', 'n de facture', 'n', 'no de facture', 'numero de facture', 'numéro'],
    ...['número', 'numero', 'n de factura', 'número de factura', 'factuurnummer', 'número da fatura', 'numero fattura'],
  ),
  role('client', 'Client', 'customer', 'customer full name', 'client', 'name', 'kunde', 'kunden', 'cliente', 'klant'),
  role(
    'issued',
    'Issued',
    ...['invoicedate', 'invoice date', 'transaction date', 'txn date', 'date'],
    ...['rechnungsdatum', 'datum', 'date de facturation', 'fecha de factura', 'fecha', 'factuurdatum', 'data', 'data da fatura'],
  ),
  role(
    'due',
    'Due',
    ...['duedate', 'due date', 'fälligkeitsdatum', 'fällig am', 'date d échéance', 'échéance', 'fecha de vencimiento', 'vencimiento'],
    ...['vervaldatum', 'data de vencimento', 'scadenza'],
  ),
  role(
    'type',
    'Kind',
    ...['transaction type', 'type', 'transaktionstyp', 'vorgangsart', 'typ', 'type de transaction', 'type d opération'],
    ...['tipo de transacción', 'tipo', 'transactietype', 'tipo de transação'],
  ),
  role('project', 'Project', 'project', 'class', 'job', 'projekt', 'projet', 'proyecto', 'projeto'),
  role('memo', 'Memo', 'memo', 'memo description', 'message on invoice', 'notiz', 'mémo', 'nota'),
  role(
    'text',
    'Text of the line',
    ...['itemdescription', 'item description', 'description', 'product service description', 'beschreibung', 'descripción', 'omschrijving'],
  ),
  role(
    'item',
    'Item',
    ...['item product service', 'product service', 'product service full name', 'item', 'produkt dienstleistung'],
    ...['produit service', 'producto servicio', 'product dienst'],
  ),
  role('quantity', 'Quantity', 'itemquantity', 'item quantity', 'quantity', 'qty', 'menge', 'qté', 'quantité', 'cantidad', 'aantal'),
  role('unit', 'Price of one', 'itemrate', 'item rate', 'rate', 'sales price', 'preis', 'prix', 'precio', 'prijs'),
  role('lineAmount', 'Amount of the line', 'itemamount', 'item amount', 'line amount'),
  role(
    'amount',
    'Amount',
    'amount',
    'total',
    'total amount',
    'betrag',
    'summe',
    'montant',
    'importe',
    'monto',
    'bedrag',
    'totaal',
    'valor',
  ),
  role(
    'net',
    'Total before tax',
    ...['total before tax', 'subtotal', 'net amount', 'total before sales tax', 'nettobetrag', 'total ht', 'zwischensumme'],
  ),
  role('tax', 'Tax', 'itemtaxamount', 'item tax amount', 'tax amount', 'sales tax', 'tax', 'vat', 'steuer', 'mwst', 'tva', 'iva', 'btw'),
  role(
    'balance',
    'Still open',
    ...['balance', 'open balance', 'balance due', 'amount due', 'offener betrag', 'saldo', 'offener saldo', 'solde', 'saldo abierto'],
  ),
  role('currency', 'Currency', 'currency', 'währung', 'devise', 'moneda', 'valuta'),
  role('status', 'Status', 'status', 'statut', 'estado'),
  role('appliesTo', 'Pays invoice', 'applied to', 'applied to invoice', 'pays invoice', 'linked transaction'),
];

const headersOf = (name: string): readonly string[] => QUICKBOOKS_ROLES.find((one) => one.role === name)?.headers ?? [];

export const QUICKBOOKS_INVOICES: TableFormat = {
  source: 'quickbooks-invoices',
  system: 'quickbooks',
  label: 'QuickBooks invoices',
  systemLabel: 'QuickBooks',
  type: 'invoice',
  roles: QUICKBOOKS_ROLES,
  dates: ['issued', 'due'],
  numbers: ['amount', 'lineAmount', 'net', 'tax', 'balance', 'unit', 'quantity'],
  recognises: (names) => {
    const has = (name: string) => hasAny(names, ...headersOf(name));
    const isReport = has('type') && has('number') && has('issued') && has('amount') && !hasAny(names, 'issue key', 'deal name');
    const isList =
      has('number') && has('client') && has('issued') && (has('amount') || has('lineAmount')) && (has('due') || has('balance'));
    return isReport || isList;
  },
};

export const INVOICE_FORMATS: readonly TableFormat[] = [XERO_INVOICES, QUICKBOOKS_INVOICES];
